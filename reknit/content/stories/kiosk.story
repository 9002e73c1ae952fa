title: The man at the kiosk
kind: friends
zone: Europe/Athens
people: Eleni (opens), Kostas

2026-01-11 Eleni opens the space
2026-01-11 Eleni invites Kostas
2026-01-12 Kostas joins

2026-01-12 21:00 Eleni checks in about Kostas safe 4, trusting 4, connected 5
2026-01-18 Eleni notes a crack with Kostas {ferry}: The man at the kiosk knew that I'd been sick on the ferry.
  act: told_on
2026-02-01 Eleni notes a crack with Kostas {shoes}: Your sister asked how it went with the shoes.
  act: told_on
2026-02-15 Eleni names [child] by Kostas to Eleni: You told them at the table that we can't have children.
  since: 2026-02-14
  about: respect, vulnerability
  learned: found out
2026-02-15 21:00 Eleni sizes [child] major
2026-02-15 21:10 Eleni checks in about Kostas safe 2, trusting 1, connected 2
2026-02-16 Eleni sets a boundary after [child] told on 2026-06-01 {ask}: Going forward, please ask before you talk about my life with others.
  kept: You've rung me first, or you've said nothing.
  then: I tell you about the weather.
2026-02-17 Kostas acknowledges [child]: I told it at the table because it was quiet and I wanted them to lean in. It was yours, and they leaned in.
2026-02-18 Eleni finds the acknowledgement of [child] full
2026-02-18 21:00 Kostas says back the boundary {ask} [child]: I ask you first. If I can't reach you, it stays with me.
2026-02-19 Kostas promises Eleni [lamp] every Sunday at 19:00 from 2026-02-22, until 2026-06-28: I ring, and what you tell me stops at me.
  sure: 4
2026-02-19 21:00 Kostas links [child] to [lamp]
2026-02-20 Kostas apologises for [child] written {table}: I told four people what you had told me, because it was quiet and I wanted them to lean in.
  effect: It was the one thing you'd told nobody else.
  mine: It was yours, and I spent it.
  repair: I ring the four, and tell them it wasn't mine to tell.
2026-02-21 Eleni answers the apology {table} [child] received did, effect, mine, repair
2026-02-21 21:30 Kostas offers amends for [child] on 2026-02-28 {four}: I ring each of the four. No story, only that.
2026-02-21 22:00 Eleni finds the amends {four} [child] fits
2026-02-22 .. 2026-06-28 Kostas [lamp]: 6 kept missed 12 kept
  Eleni: 19 yes
  2026-02-22 Eleni: We did the weather. It was good weather.
  2026-04-05 Kostas: I fell asleep with the phone on me.
  2026-05-17 Eleni: I told you the other thing.
2026-02-27 Kostas has made the amends {four} [child]: Dina said nothing for so long that I thought the line had gone.
2026-03-01 Eleni answers on the amends {four} [child] made good: Dina rang. She'd baked something. We didn't speak of it.
2026-04-19 Eleni names as kept the boundary {ask} [child]: You rang to ask if your mother could know about the new flat.
2026-04-19 21:00 Eleni checks in about Kostas safe 4, trusting 3, connected 4
2026-05-31 Eleni answers on the change in [child] seen
2026-06-01 Eleni looks again at the boundary {ask} [child] eased on 2026-12-01: You may tell the ferry. Everybody knows the ferry.
2026-06-14 Eleni closes [child] repaired: The man at the kiosk asked me how I was. He really didn't know.
2026-06-28 Eleni checks in about Kostas safe 5, trusting 4, connected 5
