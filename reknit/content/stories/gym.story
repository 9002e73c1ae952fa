title: The gym bag
kind: couple
zone: America/Toronto
people: Grace (opens), Wes

2026-01-11 Grace opens the space
2026-01-11 Grace invites Wes
2026-01-12 Wes joins

2026-01-12 21:00 Grace checks in about Wes safe 4, trusting 4, connected 4
2026-01-15 Grace notes a crack with Wes {gym}: You said you'd been to the gym. Your bag was in my car.
  act: white_lie
2026-01-29 Grace notes a crack with Wes {call}: You said you'd phoned my mother. She said how nice that you had thought of it.
  act: white_lie
2026-02-05 Grace notes a crack with Wes {shelf}: You said the shop was out of the shelf. You'd never gone in.
  act: white_lie
2026-02-12 Wes explains the crack {shelf}: You'd had a day. I didn't want to be one more thing.
2026-02-13 Grace finds that {shelf} helped a little
2026-02-19 Grace notes a crack with Wes {soup}: You said you loved the soup. It was in the plant.
  act: white_lie
2026-02-22 Grace tells the pattern to Wes {all}: You tell me small things that aren't so.
  one: The gym bag.
  two: My mother, who covered for you.
  three: The plant died, Wes.
  did: When you say you love me I look at the plant.
  help: Say the dull thing.
2026-02-23 Wes answers the crack {soup} I remember it differently: It was one spoonful.
2026-02-24 Wes promises Grace [dull] every Sunday at 20:00 from 2026-03-01, until 2026-04-26: I tell you how things are.
2026-03-01 Wes says [dull] kept: Nothing to report.
2026-03-02 Grace answers [dull] 2026-03-01 differently, it was missed: The dentist says you cancelled.
2026-03-08 .. 2026-04-26 Wes [dull]: 2 missed kept 2 missed 3 missed
  Grace: 8 yes
  2026-03-22 Wes: I ate your chocolate.
2026-03-12 Grace notes a crack with Wes: You said you'd be at Tom's. Tom rang here to ask for you.
  act: white_lie
2026-04-09 Grace notes a crack with Wes: You said the traffic. I was in the same traffic.
  act: white_lie
2026-04-10 Grace checks in about Wes safe 3, trusting 1, connected 2: None of them matter. I've started to check what day it is.
2026-05-03 Grace checks in about Wes trusting 1, connected 1: My own place, a small one, with a plant.
2026-05-03 20:30 Grace leaves
