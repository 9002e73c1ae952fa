title: The quiet summer
kind: family
zone: Europe/Lisbon
people: Inês (opens), Duarte

2026-01-04 Inês opens the space
2026-01-04 Inês invites Duarte
2026-01-05 Duarte joins

2026-01-06 Inês names [car] by Duarte to Inês: You sold Father's car and I heard it from the neighbour.
  since: 2026-01-02
  about: respect
  learned: found out
2026-01-06 21:00 Inês sizes [car] major
2026-01-07 Inês checks in about Duarte safe 3, trusting 2, connected 1
2026-01-10 Duarte gives an account of [car]: It stood in the rain. Somebody had to do something.
2026-01-11 Inês gives an account of [car]: He taught me to drive in it. You knew that. You stood in the road and clapped.
2026-01-12 Duarte promises Inês [mother] every Saturday at 11:00 from 2026-01-17, until 2026-07-18: I take Mother to the market.
  sure: 4
2026-01-17 .. 2026-04-25 Duarte [mother]: 15 kept
  Inês: 15 yes
  2026-02-14 Duarte: She bargained over a lettuce for ten minutes.
  2026-03-07 Inês: She wore the good coat.
2026-04-26 Inês checks in about Duarte safe 3, trusting 3, connected 2: He does it every week. He says nothing about the car.
2026-05-02 .. 2026-07-18 Duarte [mother]: 12 kept
  Inês: 12 yes
  2026-06-06 Duarte: Strawberries.
2026-07-19 Inês checks in about Duarte safe 4, trusting 3, connected 2: I can count on him for Saturdays. When a blue car goes by I look the other way.
2026-07-19 21:00 Inês gives an account of [car]: I don't want the car. I want you to say it.
