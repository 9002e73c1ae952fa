title: The rice
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
2026-02-08 22:30 Benoît explains the crack {father}: It was boiling over.
2026-02-09 Noor finds that {father} did not help
2026-02-11 21:00 Benoît promises Noor [chair] every Wednesday at 21:00 from 2026-02-18, until 2026-04-01: We sit down, no television.
  sure: 1
2026-02-18 .. 2026-04-01 Benoît [chair]: kept 2 missed late 3 missed
  Noor: 7 yes
  2026-02-18 Noor: You told me about the gutters.
  2026-03-11 Benoît: Ten minutes isn't nothing.
2026-03-15 Noor notes a crack with Benoît: I said the results had come. You said ours, or the football?
  act: subject
  message: not_counted
2026-03-29 Noor checks in about Benoît safe 3, trusting 2, connected 1
2026-04-02 Noor notes something good: My sister rang. I talked for an hour and a quarter and she only said “and then”.
  builder: inner_world
2026-04-05 Noor checks in about Benoît trusting 2, connected 1: I'm taking the dog.
2026-04-05 20:30 Noor leaves
