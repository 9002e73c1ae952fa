title: Sorry again
kind: couple
zone: Europe/Vienna
people: Lena (opens), Marko

2026-01-05 Lena opens the space
2026-01-05 Lena invites Marko
2026-01-06 Marko joins

2026-01-08 Lena names [night] by Marko to Lena: You said you were at your brother's. You were not.
  since: 2026-01-07
  about: transparency
  learned: found out
  with: deceit, choice
2026-01-08 21:00 Lena sizes [night] major
2026-01-08 22:00 Lena checks in about Marko safe 2, trusting 2, connected 2
2026-01-09 Marko acknowledges [night]: I lied to you about where I was. I'm so sorry. I'm so, so sorry.
2026-01-10 Lena finds the acknowledgement of [night] full
2026-01-10 20:00 Lena is ready for [night]
2026-01-10 20:10 Marko is ready for [night]
2026-01-11 Lena tells the impact of [night] kept in dark, alone after: I made up the sofa bed for your brother's birthday and told the children where you were. I told them your lie for you.
2026-01-11 21:00 Marko says back [night]: You told the children my lie.
2026-01-11 21:30 Lena answers on being heard in [night] heard: Yes. That is it.
2026-01-12 Marko promises Lena [say] every Sunday at 20:00 from 2026-01-18, until 2026-06-28: I say where I'll be in the week, and with whom.
  facet: transparency
  sure: 2
2026-01-12 21:00 Marko links [night] to [say]
2026-01-13 Marko apologises for [night] written {first}: I lied to you about where I was, and you told the children.
  differently: From now on I say where I am.
  sorry: I'm so, so sorry.
2026-01-14 Lena answers the apology {first} [night] received did, sorry: There's everything in it but a day of the week.
2026-01-18 .. 2026-02-15 Marko [say]: kept 4 missed
  Lena: 5 yes
  2026-01-25 Marko: I forgot. Sorry.
  2026-02-01 Marko: I'm sorry. I know.
  2026-02-15 Marko: I hate myself when I do this.
2026-02-16 Lena checks in about Marko trusting 2: You hate yourself and I still don't know where you are on Thursdays.
2026-02-20 Marko owns a setback in [night] again still: I let it slide.
  did: You had to ask.
  changes: I will do better.
2026-02-22 .. 2026-04-26 Marko [say]: missed late 8 missed
  Lena: 10 yes
  2026-03-01 Marko: Late, but here: Tuesday training, the rest at home. Sorry.
  2026-03-22 Marko: Sorry.
  2026-04-12 Marko: Sorry, sorry, sorry.
2026-03-15 Marko apologises for [night] written {second}: I've let you down again.
  sorry: I feel terrible. I can't tell you how terrible.
  understood: That saying it isn't the same as doing it.
2026-03-16 Lena answers the apology {second} [night] need: A Sunday. One.
2026-04-27 Lena answers on the change in [night] not yet: I have a drawer full of sorries.
2026-04-27 22:00 Lena checks in about Marko safe 2, trusting 1, connected 1
2026-05-03 .. 2026-06-28 Marko [say]: 9 missed
  Lena: 9 yes
2026-05-10 Marko apologises for [night] written {third}: I'm sorry for everything.
  understood: That I keep saying sorry.
2026-05-11 Lena answers the apology {third} [night] no more
2026-06-29 Lena no longer relies after [night]: For knowing where you are. I plan my weeks as if you hadn't said.
2026-06-29 21:00 Marko acknowledges [night]: I'm sorry. I don't know what else to say.
2026-06-30 Lena checks in about Marko trusting 1: Neither do I.
