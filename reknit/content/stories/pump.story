title: The pump
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
2026-02-13 Curtis acknowledges [pump]: I signed. I said it was you because he was shouting and you weren't in the room. I rang him this morning and told him whose name it should be.
2026-02-14 Renée finds the acknowledgement of [pump] full: He rang me after. He said “your colleague has some nerve”, and I think he meant it kindly.
2026-02-15 Curtis promises Renée [mine] every Friday at 16:00 from 2026-02-20, until 2026-06-26: The list goes out with a name beside each thing that went wrong, and mine where it's mine.
  facet: accountability
  sure: 4
2026-02-15 20:30 Curtis links [pump] to [mine]
2026-02-16 Curtis offers amends for [pump] on 2026-02-20 {paper}: I ask the owner for the paper back, and put my name where it goes.
2026-02-17 Renée finds the amends {paper} [pump] fits: In your own hand, please.
2026-02-19 Curtis has made the amends {paper} [pump]
2026-02-20 Renée answers on the amends {paper} [pump] made good
2026-02-20 .. 2026-06-26 Curtis [mine]: 4 kept late 14 kept
  Renée: 19 yes
  2026-02-20 Curtis: Five things. Four mine.
  2026-03-20 Curtis: Monday. It was a bad week to write down.
  2026-04-17 Renée: You'd put yourself down for the ladder. That was me.
2026-03-22 Renée checks in about Curtis safe 4, trusting 3, connected 3
2026-05-10 Renée answers on the change in [pump] seen
2026-05-24 Renée closes [pump] repaired: I put my own name on the ladder.
2026-06-28 Renée checks in about Curtis safe 5, trusting 4, connected 4
