title: What happens on a Friday
kind: colleagues
zone: Europe/Stockholm
people: Karin (opens), Elias

2026-01-11 Karin opens the space
2026-01-11 Karin invites Elias
2026-01-12 Elias joins

2026-01-12 21:00 Elias promises Karin [draft] every Friday at 16:00 from 2026-01-16, until 2026-02-27: The figures for the week, done.
  sure: 2
2026-01-13 Karin checks in about Elias trusting 4, connected 4
2026-01-16 .. 2026-02-27 Elias [draft]: late missed late 4 missed
  Karin: 7 yes
  2026-01-16 Elias: Six. Sorry.
  2026-01-23 Elias: Monday, first thing.
  2026-02-13 Elias: Monday.
  2026-02-27 Karin: I did them myself on Sunday. They weren't hard. That worried me more.
2026-02-20 17:00 Karin adds [draft] it cost me: I sat in front of the client with last month's page and talked about the weather.
2026-03-01 Karin adds [draft] 2026-02-27 is everything all right: I'd like to know what happens on a Friday. I'm asking, not telling you off.
2026-03-01 21:30 Elias replies [draft] 2026-02-27: The shop figures come to me on Friday at three. I've never told anyone, because I thought I was meant to be quick.
2026-03-02 Karin promises Elias [shops] every Wednesday at 12:00 from 2026-03-04, until 2026-06-10: You have the shop figures. I've moved the shops.
  sure: 4
2026-03-02 20:30 Elias promises Karin [friday] every Friday at 15:00 from 2026-03-06, until 2026-06-12: The figures, and if I see on Thursday that they won't be there, you hear it on Thursday.
  known: They're in the folder, with a date.
  sure: 4
2026-03-04 .. 2026-06-10 Karin [shops]: 5 kept missed 9 kept
  Elias: 15 yes
  2026-04-08 Karin: I forgot. That one's mine.
2026-03-06 .. 2026-06-12 Elias [friday]: 5 kept late 9 kept
  Karin: 15 yes
  2026-03-06 Elias: Half past one.
  2026-04-10 Elias: Told you on Thursday. Five o'clock, as told.
  2026-05-22 Karin: I've stopped opening the folder to see. I open it to read.
2026-04-12 Karin checks in about Elias trusting 4, connected 4
2026-06-12 21:00 Karin thanks Elias: You asked for help with the autumn in June.
2026-06-14 Karin checks in about Elias safe 5, trusting 5, connected 4
