title: And the stairs
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
2026-02-23 Piotr answers the crack {snow} I remember it differently: I say when something's wrong. If I say nothing it's right.
2026-03-12 .. 2026-04-09 Ola [report]: 3 kept
  Piotr: 3 yes
2026-03-19 Ola notes a crack with Piotr: The new man asked who did the drawings. You said they come with the building.
  act: unseen
  message: worth_less
2026-03-22 Ola checks in about Piotr trusting 2, connected 1
2026-04-12 Ola ends [report]: Three kept, and eleven weeks of nothing. The harbour has asked me twice, and they asked nicely.
2026-04-12 20:30 Ola promises Piotr [keys] by 2026-04-24: The keys, the drawings, and who to ring about the lift.
  sure: 4
2026-04-24 Ola says [keys] kept
2026-04-25 Piotr answers [keys] yes: Who'll do the doors?
2026-04-26 Ola checks in about Piotr trusting 2, connected 1: The harbour master read my letter aloud to his wife.
2026-04-26 20:30 Ola leaves
