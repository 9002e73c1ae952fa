title: Only the weather
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
2026-02-17 Kostas gives an account of [child]: They're our friends. I thought they'd be kind, and they were.
2026-02-18 Kostas says back the boundary {ask} [child]: I ask before I talk about you.
2026-02-18 21:00 Kostas apologises for [child] written {sorry}: I'm sorry if it upset you. They love you, you know that.
2026-02-19 Kostas promises Eleni [lamp] every Sunday at 19:00 from 2026-02-22, until 2026-04-26: I ring.
2026-02-20 Eleni answers the apology {sorry} [child] not this
2026-02-22 .. 2026-04-26 Kostas [lamp]: 10 kept
  Eleni: 10 yes
  2026-03-15 Eleni: You're funny on the phone. You were always funny.
2026-03-22 Eleni names as crossed the boundary {ask} [child]: Your sister is sorry about the clinic.
2026-03-22 21:00 Eleni no longer relies after [child]: For anything I wouldn't say at the kiosk.
2026-04-12 Eleni checks in about Kostas safe 3, trusting 1, connected 3
2026-04-26 21:00 Eleni thanks Kostas: For the one about the priest and the goat.
2026-05-31 Eleni gives an account of [child]: I like you very much. I tell you about the weather.
2026-05-31 21:00 Eleni checks in about Kostas safe 4, trusting 1, connected 3
