title: The plant
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
2026-02-23 Wes answers the crack {soup} I hear you: I do it before I've thought. There's a blank, and I put something nice in it.
2026-02-24 Wes promises Grace [dull] every Sunday at 20:00 from 2026-03-01, until 2026-06-28: I go through the week and say what wasn't so, if anything wasn't.
  facet: transparency
  sure: 3
2026-02-28 Wes says first on 2026-02-27: I told you I'd posted the form. I posted it this morning.
2026-03-01 .. 2026-06-28 Wes [dull]: 2 kept late 4 kept missed 10 kept
  Grace: 18 yes
  2026-03-01 Wes: Four. Two about lunch.
  2026-03-22 Grace: Three.
  2026-04-19 Wes: I didn't want to. It was a good week and I thought, why spoil it.
  2026-05-17 Grace: None. You looked so surprised.
2026-04-05 Grace checks in about Wes safe 4, trusting 3, connected 4
2026-05-31 Wes thanks Grace: For not laughing about the haircut. I said it was fine, and then I came back up the stairs and said it wasn't.
2026-06-14 Grace notes something good about Wes: “I don't like it.” Of the soup. I could have kissed him, and did.
  builder: nothing_to_hide
2026-06-28 21:00 Grace checks in about Wes safe 5, trusting 4, connected 5
