title: Nothing you could name
kind: couple
zone: Europe/London
people: Priya (opens), Dan

2026-01-04 Priya opens the space
2026-01-04 Priya invites Dan
2026-01-05 Dan joins
2026-01-05 21:00 Dan promises Priya [table] every Thursday at 19:00 from 2026-01-08, until 2026-03-26: Supper at the table, phones in the hall.
  sure: 3
2026-01-06 Priya checks in about Dan safe 4, trusting 4, connected 4
2026-01-08 .. 2026-03-26 Dan [table]: missed late missed missed late missed missed late missed missed missed missed
  Priya: 12 yes
  2026-01-08 Dan: Match.
  2026-01-22 Dan: Work thing.
  2026-02-19 Dan: Didn't feel like it.
  2026-03-26 Priya: I've stopped laying the table.
2026-03-27 Priya notes a crack with Dan on 2026-01-16 {one}: You said you'd ask how the scan went. You didn't ask.
  act: brushed
2026-03-27 21:00 Priya notes a crack with Dan on 2026-01-30: I was telling you about Mum and you turned the football on.
  act: subject
2026-03-27 21:05 Priya notes a crack with Dan on 2026-02-13: You said the restaurant was full. You hadn't rung.
  act: white_lie
2026-03-27 21:10 Priya notes a crack with Dan on 2026-02-27: I'd said the bins twice.
  act: chore
2026-03-27 21:15 Priya notes a crack with Dan on 2026-03-13: You laughed when I said I was lonely.
  act: brushed
2026-03-28 Priya tells the pattern to Dan {all}: It is never anything. When I tell you something that matters, something else comes on.
  one: Mum, and the football.
  two: The scan.
  three: "Lonely", and you laughed.
  did: I tell my sister now, and not you.
  help: Ten minutes, twice a week, and you ask first.
2026-03-28 22:30 Dan answers the crack {all} I didn't know: I thought we were fine. I really thought we were fine.
2026-03-29 Priya checks in about Dan safe 3, trusting 2, connected 1: Twelve weeks. Not one thing you'd tell a friend about.
