title: The winter he was gone
kind: couple
zone: Europe/Madrid
people: Clara (opens), Martin

2025-09-01 Clara opens the space
2025-09-01 Clara invites Martin
2025-09-02 Martin joins

2025-09-02 21:00 Clara names [her] by Martin to Clara: You were with her from March, and in August you moved in with her.
  since: 2025-03-10 to 2025-08-30
  about: respect, transparency
  learned: found out
  with: deceit, choice
2025-09-02 21:10 Clara sizes [her] severe
2025-09-02 21:20 Clara checks in about Martin safe 1, trusting 1, connected 2
2025-09-07 Martin acknowledges [her]: I lied to you for five months and then I left. I came back on Saturday with two bags. None of it was your doing.
2025-09-10 Clara finds the acknowledgement of [her] full
2025-09-11 Clara is ready for [her]
2025-09-11 20:10 Martin is ready for [her]
2025-09-14 Clara tells the impact of [her] alone after, worth less: I learned to sleep in the middle of the bed. Then you stood in the hall with your bags and I moved over.
2025-09-15 Martin says back [her]: You moved over, and I let you.
2025-09-16 Clara answers on being heard in [her] heard
2025-09-17 Martin promises Clara [home] every Monday and Thursday at 20:00 from 2025-09-18, until 2026-01-29: I'm home, and the phone is on the shelf.
  sure: 4
2025-09-17 20:10 Martin links [her] to [home]
2025-09-18 .. 2025-12-29 Martin [home]: 30 kept
  Clara: 30 yes
  2025-10-13 Martin: I made your mother's stew. It wasn't your mother's stew.
  2025-10-13 Clara: It was near.
  2025-12-25 Clara: You'd remembered the oranges.
2025-09-20 Martin apologises for [her] aloud asks {letter}: I was with her from March. I lied to you every week of it, and in August I left.
  effect: You learned to sleep in the middle of the bed.
  mine: It was wrong. It was mine, all of it.
  repair: I tell your mother that it was I who went.
  differently: I'm home when I say, and when I can't be, you know before.
2025-09-21 Clara chooses a time for the apology {letter} [her] on 2025-09-28 17:00
2025-09-28 Clara answers the apology {letter} [her] received did, effect, mine, repair, change: I heard all of it. It went in, and it didn't land anywhere.
2025-11-02 Clara checks in about Martin safe 3, trusting 2, connected 2: He does everything he said. I watch him do it, the way you watch a film.
2025-11-16 Clara says it came back [her]: A woman on the bus had the coat. It wasn't her. I got off anyway.
  helps: Walking. Nothing you could do.
2026-01-01 .. 2026-01-29 Martin [home]: 9 kept
  Clara: 9 yes
2026-01-11 Clara answers on the change in [her] not yet: You have changed. I haven't changed back. I looked.
2026-01-11 21:00 Clara gives an account of [her]: I stayed to see if I could. I gave it the whole winter, and I can't, and I'm not angry any more.
2026-01-18 Martin gives an account of [her]: I would have stayed for ever. I know that isn't the question.
2026-01-31 Clara thanks Martin: For the winter. You kept every evening of it.
2026-02-01 10:00 Clara checks in about Martin safe 4, trusting 2, connected 2: The flat has a window on the park. I slept, in the middle.
2026-02-01 11:00 Clara leaves
