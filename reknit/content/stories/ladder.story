title: Somebody must have
kind: colleagues
zone: America/New_York
people: Renée (opens), Curtis

2026-01-11 Renée opens the space
2026-01-11 Renée invites Curtis
2026-01-12 Curtis joins

2026-01-12 21:00 Renée checks in about Curtis safe 4, trusting 4, connected 4
2026-01-22 Renée notes a crack with Curtis {date}: You told Lou that I'd set the date. I was on leave that week.
  act: blame
2026-02-03 Renée notes a crack with Curtis {file}: “Somebody must have moved the file.” There are two of us.
  act: blame
2026-02-12 Renée names [pump] by Curtis to Renée: You signed for the pump, and when it flooded you told the owner I had.
  since: 2026-02-11
  about: accountability
  learned: found out
  with: deceit
2026-02-12 21:00 Renée sizes [pump] moderate
2026-02-12 21:10 Renée checks in about Curtis safe 3, trusting 2, connected 2: My name's on the paper now. In his handwriting.
2026-02-13 Curtis gives an account of [pump]: It was a misunderstanding. You could have checked it too.
2026-02-14 Renée marks the accounts of [pump] differ: I was in Albany.
2026-02-15 Renée no longer relies after [pump]: For anything we'd both sign. I sign alone, and I say so on the page.
2026-02-16 Curtis promises Renée [mine] every Friday at 16:00 from 2026-02-20, until 2026-04-10: I say what was mine.
2026-02-17 Curtis apologises for [pump] written {sorry}: I'm sorry you took it that way.
2026-02-18 Renée answers the apology {sorry} [pump] not this: I took it the way it was signed.
2026-02-19 Renée says on more apologies for [pump] held
2026-02-20 .. 2026-04-10 Curtis [mine]: kept 3 missed kept 3 missed
  Renée: 8 yes
  2026-02-20 Curtis: Nothing this week.
  2026-03-20 Curtis: The ladder, but the floor was wet.
2026-03-05 Renée notes a crack with Curtis: “As Renée decided.” I hadn't.
  act: blame
2026-04-12 Renée checks in about Curtis safe 3, trusting 1, connected 2
2026-04-13 Renée promises Curtis [halves] by 2026-04-24: The jobs in two lists, yours and mine, and a copy for the office.
  sure: 4
2026-04-24 Renée says [halves] kept
2026-04-25 Curtis answers [halves] yes: Seems a bit formal.
2026-05-31 Renée checks in about Curtis safe 4, trusting 1, connected 2: We talk about baseball. It goes better, on two lists.
