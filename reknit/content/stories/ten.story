title: Ten years of Fridays
kind: friends
zone: Europe/Rome
people: Tonio (opens), Bea

2016-01-03 Tonio opens the space
2016-01-03 Tonio invites Bea
2016-01-04 Bea joins

2016-01-04 20:00 Bea promises Tonio [ring] every Friday at 18:00 from 2016-01-08: I ring you on Fridays, whatever happens.
  sure: 4
2016-01-04 20:10 Tonio promises Bea [garden] every other Sunday at 10:00 from 2016-01-10: I come and dig.
  sure: 3

2016-01-08 .. 2016-04-01 Bea [ring]: 13 kept
  Tonio: 13 yes
  2016-01-08 Tonio: You talked about the plum tree for an hour.
  2016-04-01 Bea: I rang from a car park.
2016-01-10 .. 2016-06-26 Tonio [garden]: 13 kept
  Bea: 13 yes
2016-04-08 .. 2016-07-01 Bea [ring]: 2 kept late 5 kept missed 4 kept
  Tonio: 13 yes
2016-06-05 21:00 Tonio checks in about Bea safe 4, trusting 4, connected 4
2016-07-08 .. 2016-09-30 Bea [ring]: late 12 kept
  Tonio: 13 yes
2016-07-10 .. 2016-12-25 Tonio [garden]: late 12 kept
  Bea: 13 yes
2016-10-07 .. 2016-12-30 Bea [ring]: 11 kept missed kept
  Tonio: 13 yes
2017-01-06 .. 2017-03-31 Bea [ring]: 13 kept
  Tonio: 13 yes
  2017-01-06 Tonio: From hospital. You'd told the nurse it was Friday.
  2017-03-31 Bea: Nothing to say, so I said that.
2017-01-08 .. 2017-06-25 Tonio [garden]: 6 kept missed kept late 4 kept
  Bea: 13 yes
2017-04-07 .. 2017-06-30 Bea [ring]: 13 kept
  Tonio: 13 yes
2017-07-07 .. 2017-09-29 Bea [ring]: 13 kept
  Tonio: 13 yes
2017-07-09 .. 2017-12-24 Tonio [garden]: 13 kept
  Bea: 13 yes
2017-10-06 .. 2017-12-29 Bea [ring]: 13 kept
  Tonio: 13 yes
2018-01-05 .. 2018-03-30 Bea [ring]: 13 kept
  Tonio: 13 yes
  2018-01-05 Tonio: You sang.
  2018-03-30 Bea: The baby held the phone.
2018-01-07 .. 2018-06-24 Tonio [garden]: 13 kept
  Bea: 13 yes
2018-04-06 .. 2018-06-29 Bea [ring]: 3 kept late 9 kept
  Tonio: 13 yes
2018-04-08 21:00 Tonio checks in about Bea trusting 5, connected 5
2018-07-06 .. 2018-09-28 Bea [ring]: 8 kept missed 4 kept
  Tonio: 13 yes
2018-07-08 .. 2018-12-23 Tonio [garden]: 13 kept
  Bea: 13 yes
2018-10-05 .. 2018-12-28 Bea [ring]: 10 kept late missed kept
  Tonio: 13 yes
2019-01-04 .. 2019-03-29 Bea [ring]: 2 kept missed 5 kept late 4 kept
  Tonio: 13 yes
  2019-01-04 Tonio: You rang drunk and happy.
  2019-03-29 Bea: It was already Saturday there.
2019-01-06 .. 2019-06-23 Tonio [garden]: 13 kept
  Bea: 13 yes
2019-04-05 .. 2019-06-28 Bea [ring]: 13 kept
  Tonio: 13 yes
2019-07-05 .. 2019-09-27 Bea [ring]: 2 kept late 9 kept late
  Tonio: 13 yes
2019-07-07 .. 2019-12-22 Tonio [garden]: 2 missed 3 kept late kept 2 late 4 kept
  Bea: 13 yes
2019-09-01 21:00 Tonio names [told] by Bea to Tonio: You told Carla about the bottle. I'd told nobody but you.
  since: 2019-08-30
  about: respect, vulnerability
  learned: found out
2019-09-02 21:00 Tonio sizes [told] major
2019-09-02 21:10 Tonio checks in about Bea safe 2, trusting 1, connected 2
2019-09-02 22:00 Bea acknowledges [told]: I told Carla what you'd told me. It wasn't mine to tell. I wanted to be the one who knew.
2019-09-04 21:00 Tonio finds the acknowledgement of [told] full
2019-09-08 21:00 Bea links [told] to [ring]
2019-09-10 21:00 Bea apologises for [told] written {first}: I told Carla about the bottle.
  effect: You'd told nobody else, and now there's somebody.
  sorry: I'm sorry. I wanted to be the one who knew, and that's all it was.
2019-09-13 21:00 Tonio answers the apology {first} [told] not ready
2019-10-04 .. 2019-12-27 Bea [ring]: kept missed 8 kept missed 2 kept
  Tonio: 13 yes
2020-01-03 .. 2020-03-27 Bea [ring]: 13 kept
  Tonio: 13 yes
  2020-01-03 Tonio: Every Friday of that spring.
  2020-03-27 Bea: I rang from the window.
2020-01-05 .. 2020-06-21 Tonio [garden]: 13 kept
  Bea: 13 yes
2020-04-03 .. 2020-06-26 Bea [ring]: 13 kept
  Tonio: 13 yes
2020-06-07 21:00 Tonio checks in about Bea safe 3, trusting 3, connected 4
2020-06-14 21:00 Bea apologises for [told] written {second}: I gave away the one thing that was yours to give.
  mine: Nobody made me. I chose the moment.
  differently: What you tell me on a Friday stays in the Friday.
  understood: It wasn't the bottle. You'd trusted me with being ashamed.
2020-06-21 21:00 Tonio answers the apology {second} [told] received did, mine, sorry, change
2020-07-03 .. 2020-09-25 Bea [ring]: 9 kept late kept late kept
  Tonio: 13 yes
2020-07-05 .. 2020-12-20 Tonio [garden]: 13 kept
  Bea: 13 yes
2020-10-02 .. 2020-12-25 Bea [ring]: 3 kept missed 2 kept missed 3 kept late 2 kept
  Tonio: 13 yes
2021-01-01 .. 2021-03-26 Bea [ring]: 8 kept missed 4 kept
  Tonio: 13 yes
  2021-01-01 Tonio: You asked about my father first.
  2021-03-26 Bea: Short one.
2021-01-03 .. 2021-06-20 Tonio [garden]: 13 kept
  Bea: 13 yes
2021-03-07 21:00 Tonio answers on the change in [told] seen
2021-03-07 21:10 Tonio closes [told] repaired: You never told anybody anything again, and I told you worse.
2021-03-14 21:00 Tonio checks in about Bea trusting 4, connected 5
2021-04-02 .. 2021-06-25 Bea [ring]: 13 kept
  Tonio: 13 yes
2021-07-02 .. 2021-09-24 Bea [ring]: 13 kept
  Tonio: 13 yes
2021-07-04 .. 2021-12-19 Tonio [garden]: 13 kept
  Bea: 13 yes
2021-10-01 .. 2021-12-24 Bea [ring]: 13 kept
  Tonio: 13 yes
2021-12-31 .. 2021-12-31 Bea [ring]: kept
  Tonio: 1 yes
2022-01-02 .. 2022-06-19 Tonio [garden]: 5 kept late 5 kept late kept
  Bea: 13 yes
2022-01-07 .. 2022-04-01 Bea [ring]: 2 kept missed kept missed kept missed 2 kept 2 missed 2 kept
  Tonio: 13 yes
  2022-01-07 Tonio: I hadn't wanted to pick up.
  2022-04-01 Bea: I know I was late last week.
2022-04-08 .. 2022-07-01 Bea [ring]: 5 kept missed late kept late 4 kept
  Tonio: 13 yes
2022-07-03 .. 2022-12-18 Tonio [garden]: 4 kept missed 2 kept late missed 4 kept
  Bea: 13 yes
2022-07-08 .. 2022-09-30 Bea [ring]: 5 kept late 4 kept late 2 kept
  Tonio: 13 yes
2022-10-07 .. 2022-12-30 Bea [ring]: kept missed 7 kept missed 3 kept
  Tonio: 13 yes
2023-01-01 .. 2023-06-18 Tonio [garden]: 13 kept
  Bea: 13 yes
2023-01-06 .. 2023-03-31 Bea [ring]: 13 kept
  Tonio: 13 yes
  2023-01-06 Tonio: You let me be quiet.
  2023-03-31 Bea: We just did the crossword.
2023-04-07 .. 2023-06-30 Bea [ring]: kept missed 11 kept
  Tonio: 13 yes
2023-05-14 21:00 Tonio thanks Bea: For staying on the line until I'd stopped.
2023-07-02 .. 2023-12-17 Tonio [garden]: 13 kept
  Bea: 13 yes
2023-07-07 .. 2023-09-29 Bea [ring]: 13 kept
  Tonio: 13 yes
2023-10-01 21:00 Tonio checks in about Bea trusting 5, connected 4
2023-10-06 .. 2023-12-29 Bea [ring]: 13 kept
  Tonio: 13 yes
2023-12-31 .. 2023-12-31 Tonio [garden]: kept
  Bea: 1 yes
2024-01-05 .. 2024-03-29 Bea [ring]: 9 kept missed 3 kept
  Tonio: 13 yes
  2024-01-05 Tonio: You rang my mother, too.
  2024-03-29 Bea: The plum tree's down.
2024-01-14 .. 2024-06-30 Tonio [garden]: 13 kept
  Bea: 13 yes
2024-04-05 .. 2024-06-28 Bea [ring]: 9 kept late 3 kept
  Tonio: 13 yes
2024-07-05 .. 2024-09-27 Bea [ring]: 13 kept
  Tonio: 13 yes
2024-07-14 .. 2024-12-29 Tonio [garden]: 13 kept
  Bea: 13 yes
2024-10-04 .. 2024-12-27 Bea [ring]: 3 kept missed 9 kept
  Tonio: 13 yes
2025-01-03 .. 2025-03-28 Bea [ring]: missed 12 kept
  Tonio: 13 yes
  2025-01-03 Tonio: Five hundred Fridays, you said. I hadn't counted.
  2025-03-28 Bea: Neither had I. I looked it up.
2025-01-12 .. 2025-06-29 Tonio [garden]: 8 kept late 4 kept
  Bea: 13 yes
2025-04-04 .. 2025-06-27 Bea [ring]: 13 kept
  Tonio: 13 yes
2025-07-04 .. 2025-09-26 Bea [ring]: kept missed 11 kept
  Tonio: 13 yes
2025-07-13 .. 2025-12-28 Tonio [garden]: 13 kept
  Bea: 13 yes
2025-10-03 .. 2025-12-26 Bea [ring]: 5 kept missed 7 kept
  Tonio: 13 yes
2025-11-30 21:00 Tonio checks in about Bea safe 5, trusting 5, connected 5
