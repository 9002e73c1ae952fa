title: Monday, first thing
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
2026-03-01 21:30 Elias replies [draft] 2026-02-27: I don't want to be doing figures. I wanted to be asked before they gave me to you.
2026-03-02 Karin promises Elias [ask] by 2026-03-13: I ask upstairs about the field work.
  sure: 4
2026-03-02 20:30 Elias promises Karin [last] every Friday at 16:00 from 2026-03-06, until 2026-03-20: The figures until then.
  sure: 2
2026-03-06 .. 2026-03-20 Elias [last]: missed late missed
  Karin: 3 yes
  2026-03-13 Elias: Seven in the evening. It's a page. I know it's a page.
2026-03-12 Karin says [ask] kept: They have a place in the field from April. It's less money and it's outdoors.
2026-03-12 21:00 Elias answers [ask] yes: Yes. Please.
2026-03-22 Karin checks in about Elias trusting 2, connected 3: I wouldn't give him a date. I'd give him a map and a dog.
2026-03-29 Elias thanks Karin: You asked the one question nobody had.
2026-04-01 Elias leaves
