title: The second key
kind: couple
zone: Europe/Berlin
people: Jule (opens), Henrik

2025-06-01 Jule opens the space
2025-06-01 Jule invites Henrik
2025-06-02 Henrik joins

2025-06-02 20:00 Henrik names [money] by Henrik to Jule: I need to tell you something. The savings are gone. I lost them, and I've been hiding it since March.
  since: 2025-03-10 to 2025-05-30
  about: transparency, respect
  learned: told
  with: deceit
2025-06-03 Jule sizes [money] severe
2025-06-03 21:00 Jule checks in about Henrik safe 1, trusting 1, connected 1: I can't hear the stairs without counting.
2025-06-04 Henrik acknowledges [money]: I took it in eleven parts and I told you the bank was slow. That was my doing, every time.
2025-06-06 Jule finds the acknowledgement of [money] missing: The eleven dates.
2025-06-08 Henrik acknowledges [money]: The eleven dates are below, with what I said to you each time. I had written them down. I don't know why I wrote them down.
2025-06-10 Jule finds the acknowledgement of [money] full
2025-06-14 Jule is ready for [money]
2025-06-14 20:10 Henrik is ready for [money]
2025-06-15 Jule tells the impact of [money] not safe, kept in dark: I planned the roof with that money. I stood in a shop and chose tiles.
  reminded: My mother's tin, and how light it was.
2025-06-16 Henrik says back [money]: You chose tiles for a roof that was already gone, and I held the samples.
2025-06-16 21:00 Jule answers on being heard in [money] not yet
2025-06-22 Henrik says back [money]: And you counted, as a girl, and you thought you would never have to count again.
2025-06-22 21:00 Jule answers on being heard in [money] heard
2025-06-23 Henrik promises Jule [books] every Sunday at 18:00 from 2025-06-29, until 2026-05-31: We open the account together at the table, all of it, ten minutes.
  known: You hold the mouse.
  facet: transparency
  sure: 4
2025-06-23 20:00 Henrik links [money] to [books]
2025-06-24 Jule sets a boundary after [money] money on 2025-12-01 {own}: My wages go to an account that is mine.
  kept: Nobody asks about it.
2025-06-25 Henrik says back the boundary {own} [money]: It's yours and I don't ask.
2025-06-26 Henrik apologises for [money] written asks {first}: I took it in eleven parts and told you the bank was slow.
  effect: You chose tiles for a roof that was gone.
  repair: The motorbike goes, and what it brings goes to the roof.
  differently: You see the account every Sunday.
2025-06-27 Jule answers the apology {first} [money] not ready
2025-06-28 Henrik offers amends for [money] on 2025-08-31 {bike}: I sell the motorbike, and it goes to the roof. It's a third of what I took.
2025-06-29 .. 2025-09-21 Henrik [books]: 13 kept
  Jule: 13 yes
  2025-07-20 Jule: I only shook for the first minute.
2025-07-06 Jule finds the amends {bike} [money] fits: It isn't the money. It's that you loved it.
2025-08-24 Henrik has made the amends {bike} [money]: A boy from Speyer came with his father.
2025-08-31 Jule answers on the amends {bike} [money] not yet: A third of it.
2025-09-22 Jule checks in about Henrik safe 2, trusting 2, connected 2
2025-09-28 Henrik says [books] missed
2025-09-28 21:00 Jule answers [books] yes: I sat at the table with the screen black. My hands were as cold as in June.
2025-09-28 22:00 Henrik owns a setback in [money] still: I stayed at the lake and let you sit there.
  did: You sat there with June.
  changes: If I can't be home at six on a Sunday, I say so on the Friday.
2025-10-05 .. 2025-12-28 Henrik [books]: 13 kept
  Jule: 13 yes
2025-10-19 Jule checks in about Henrik safe 3, trusting 2, connected 3
2025-12-01 Jule names as kept the boundary {own} [money]: Six months, and you never once asked.
2025-12-29 Jule checks in about Henrik safe 3, trusting 3, connected 3
2025-12-30 Henrik apologises for [money] written {second}: I took it, and I let you plan with it.
  effect: You counted again.
  mine: I knew each time. That's the part that was wrong.
  differently: Twenty-six Sundays so far. I mean to go on.
  understood: It wasn't the roof. It was that you'd stopped counting, and I knew that you had.
2026-01-02 Jule answers the apology {second} [money] received did, effect, mine, change: That was the sentence.
2026-01-04 .. 2026-02-15 Henrik [books]: 4 kept late 2 kept
  Jule: 7 yes
  2026-02-01 Henrik: Ten past. The train. I rang on Friday that it might be.
2026-02-16 Jule says it came back [money]: The bank sent a letter. It was an advertisement.
  helps: That you opened it before I did, and read it out.
2026-02-22 .. 2026-05-31 Henrik [books]: 15 kept
  Jule: 15 yes
  2026-05-10 Jule: I forgot it was Sunday. You had the screen open.
2026-03-15 Jule checks in about Henrik safe 4, trusting 3, connected 4
2026-04-12 Jule takes a step of trust after [money] small on 2026-04-19 {tiles}: I go to the shop and choose tiles. By myself.
2026-04-19 21:00 Jule looks back on {tiles} [money] as it is: Terracotta.
2026-05-17 Jule answers on the change in [money] seen
2026-05-24 Jule checks in about Henrik safe 4, trusting 4, connected 4
2026-05-31 21:00 Jule gives an account of [money]: It isn't the roof we'd have had. It's a roof.
