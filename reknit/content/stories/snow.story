title: Forty cars
kind: colleagues
zone: Europe/Warsaw
people: Ola (opens), Piotr

2026-01-11 Ola opens the space
2026-01-11 Ola invites Piotr
2026-01-12 Piotr joins

2026-01-12 21:00 Ola promises Piotr [report] every other Thursday at 17:00 from 2026-01-15, until 2026-06-18: The night report, with the doors.
  sure: 4
2026-01-13 Ola checks in about Piotr trusting 4, connected 3
2026-01-15 .. 2026-02-26 Ola [report]: 4 kept
  Piotr: 4 yes
2026-01-22 Ola notes a crack with Piotr {snow}: I dug out forty cars by six. You asked about the forty-first.
  act: unseen
  message: worth_less
2026-02-05 Ola notes a crack with Piotr {doors}: I wrote eleven pages. You said, and the stairs?
  act: unseen
2026-02-19 Ola notes a crack with Piotr {prize}: You thanked the whole night shift by name. I was the night shift. You thanked the agency.
  act: unseen
2026-02-22 Ola checks in about Piotr trusting 3, connected 1: I did the minimum on Friday. Nobody could tell, which was the point.
2026-02-22 21:00 Ola tells the pattern to Piotr {all}: What I do is taken as if it did itself.
  one: The cars.
  two: The stairs.
  three: The agency.
  did: I've begun to count hours.
  help: Read it before you ask what's missing.
2026-02-23 Piotr answers the crack {snow} I didn't know: I thought that if I say nothing, people know that it's good. My father said nothing for thirty years.
2026-02-23 21:00 Piotr promises Ola [read] every other Friday at 12:00 from 2026-03-13, until 2026-06-19: I've read it, and I say one thing I saw in it.
  sure: 3
2026-03-12 .. 2026-06-18 Ola [report]: 8 kept
  Piotr: 8 yes
  2026-04-09 Piotr: Page six. You'd drawn the hinge.
2026-03-13 .. 2026-06-19 Piotr [read]: 3 kept late 4 kept
  Ola: 8 yes
  2026-03-13 Piotr: “Good.” I know. I'm practising.
  2026-03-13 Ola: It was a long “good”.
  2026-04-24 Piotr: Monday. I wanted to have read the drawings properly.
2026-05-03 Ola checks in about Piotr trusting 4, connected 4
2026-05-08 Piotr thanks Ola: Eleven pages, and on every one somebody gets home safer.
2026-06-19 21:00 Ola checks in about Piotr safe 5, trusting 4, connected 4
