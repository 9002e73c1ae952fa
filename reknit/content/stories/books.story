title: Open books
kind: team
zone: Europe/Amsterdam
people: Femke (opens), Joris, Aylin

2026-01-04 Femke opens the space
2026-01-04 Femke invites Joris
2026-01-05 Joris joins
2026-01-05 20:10 Femke proposes Aylin
2026-01-05 20:20 Joris agrees to Aylin
2026-01-05 20:30 Femke invites Aylin
2026-01-05 20:40 Aylin joins

2026-01-06 Femke names [dark] by Femke to Aylin: I need to tell you something. I knew in October that we couldn't pay for the spring, and I said the numbers were being checked.
  since: 2025-10-13 to 2025-12-19
  about: transparency
  learned: told
2026-01-06 21:00 Aylin sizes [dark] major
2026-01-06 22:00 Aylin checks in about Femke safe 2, trusting 1, connected 2: I turned down the other job in November.
2026-01-07 Femke acknowledges [dark]: I let you decide without the numbers. You'd asked me twice.
2026-01-08 Aylin finds the acknowledgement of [dark] full
2026-01-08 20:00 Femke promises everyone [page] every Monday at 09:00 from 2026-01-12, until 2026-06-29: One page for everybody: what came in, what went out, how many weeks are left, and what I don't know.
  known: It's pinned up by the coffee.
  sure: 4
2026-01-08 20:10 Femke promises everyone [why] every other Thursday at 16:00 from 2026-01-15, until 2026-06-18: Anyone can ask why we did a thing, and gets the reason.
2026-01-08 20:20 Femke links [dark] to [page]
2026-01-09 Femke apologises for [dark] talk {talk}
2026-01-09 21:00 Aylin chooses a time for the apology {talk} [dark] on 2026-01-11 16:00
2026-01-11 Aylin answers the apology {talk} [dark] received did, mine, effect, change: You'd brought the October page. You read it out with the date.
2026-01-12 .. 2026-03-30 Femke [page]: 3 kept late 8 kept
  Joris: 12 yes
  Aylin: 12 yes
  2026-01-12 Femke: Eleven weeks left. I've never written that down before.
  2026-01-12 Joris: It's worse than I thought and I slept better.
  2026-02-02 Femke: Ten past nine, because I had it wrong by four thousand and did it again.
  2026-02-16 Aylin: You'd put your own pay on it.
2026-01-15 .. 2026-03-26 Femke [why]: 6 kept
  Joris: 6 yes
  Aylin: 6 yes
  2026-02-26 Aylin: Nobody asked anything. We had cake.
2026-02-08 Aylin checks in about Femke safe 3, trusting 3, connected 3
2026-03-16 Femke thanks Aylin: You saw the double rent on the page. That's five weeks you found us.
2026-03-22 Femke thanks Joris: For asking the thing nobody wanted to ask.
2026-04-06 .. 2026-06-29 Femke [page]: 13 kept
  Joris: 13 yes
  Aylin: 13 yes
  2026-05-11 Joris: First page where I skipped to the joke.
2026-04-09 .. 2026-06-18 Femke [why]: 6 kept
  Joris: 6 yes
  Aylin: 6 yes
2026-05-03 Aylin answers on the change in [dark] seen
2026-05-17 Aylin closes [dark] repaired: I'd know in a week now, if it went wrong. That was all I'd wanted.
2026-06-28 Aylin checks in about Femke safe 4, trusting 4, connected 4: I ask her things and write down the answer.
