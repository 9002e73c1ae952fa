title: The heron
kind: couple
zone: Europe/Paris
people: Noor (opens), Benoît

2026-01-04 Noor opens the space
2026-01-04 Noor invites Benoît
2026-01-05 Benoît joins

2026-01-06 Noor checks in about Benoît safe 4, trusting 4, connected 3
2026-01-09 Noor notes a crack with Benoît {tests}: I said the results were late and you asked where the scissors were.
  act: subject
2026-01-20 Noor notes a crack with Benoît {job}: I said I might lose the job. You said look, a heron.
  act: subject
  message: not_counted
2026-01-20 21:30 Benoît explains the crack {job}: There was a heron.
2026-01-21 Noor finds that {job} did not help
2026-02-03 Noor notes a crack with Benoît {father}: I talked about my father for four minutes. You got up to see about the rice.
  act: subject
2026-02-08 Noor tells the pattern to Benoît {calm}: When I say something that matters, you talk about something else.
  one: The scissors.
  two: The heron.
  three: The rice.
  did: I tell it to the dog.
  help: Stay in the chair. You don't have to say anything.
2026-02-08 22:30 Benoît thanks Noor: For the dog. I mean, for telling me about the dog. I didn't know I did it, and then I wanted to ask if it had been fed.
2026-02-10 Benoît explains the crack {father}: When it's serious I think I'm meant to mend it, and I can't, so I leave. The rice was fine.
2026-02-11 Noor finds that {father} helped
2026-02-11 21:00 Benoît promises Noor [chair] every Wednesday and Sunday at 21:00 from 2026-02-15, until 2026-05-31: Twenty minutes in the chair, and I ask you first.
  sure: 3
2026-02-15 .. 2026-05-31 Benoît [chair]: 2 kept missed 14 kept late 13 kept
  Noor: 31 yes
  2026-02-15 Benoît: I sat on my hands.
  2026-02-22 Benoît: I put the radio on. I heard myself do it.
  2026-03-08 Noor: You asked what he was like before he was ill. Nobody asks that.
  2026-04-12 Benoît: Ten minutes late. I'd been looking for the photograph of him on the boat.
2026-03-29 Noor checks in about Benoît safe 4, trusting 4, connected 4
2026-04-26 Noor notes something good about Benoît: I said I was afraid. A real heron went by, and he let it.
  builder: inner_world
2026-05-31 21:30 Noor checks in about Benoît safe 5, trusting 4, connected 5
