title: One place at the table
kind: couple
zone: Europe/London
people: Anna (opens), Toby

2026-03-01 Anna opens the space
2026-03-01 Anna invites Toby
2026-03-02 Toby joins

2026-03-02 Toby promises Anna [home] every weekday at 19:00: Home by seven.
  known: You hear me come in.
  between: Site meetings on Thursdays.
  sure: 2
2026-03-02 Toby promises Anna [bins] every Wednesday: The bins are out before I go to bed, and you haven't said a word.
  known: They're on the pavement in the morning.

2026-03-03 .. 2026-03-06 Toby [home]: kept late - -
  Anna: yes yes - -
2026-03-04 Toby says [bins] kept
2026-03-05 20:10 Anna answers [home] it was late: Twenty to eight.
2026-03-05 Toby promises Anna [boiler] by 2026-03-13: I ring the boiler man.
2026-03-06 21:40 Anna answers [home] it was missed: Ten past nine. I'd eaten.
2026-03-06 21:45 Anna answers [bins] 2026-03-04 yes
2026-03-07 09:30 Toby says [home] 2026-03-06 missed

2026-03-09 .. 2026-03-13 Toby [home]: late - late - kept
  Anna: yes - yes - -
  2026-03-09 Toby: Half past. The A12.
2026-03-10 20:30 Anna answers [home] it was late: Quarter past eight, and no message.
2026-03-12 07:40 Anna answers [bins] 2026-03-11 it was missed: I took them out at six in my dressing gown.
2026-03-12 21:50 Anna answers [home] it was missed: I rang twice.
2026-03-12 21:50 Anna adds [home] it hurt: Not the dinner. That you saw my name come up and put the phone back.
2026-03-13 07:10 Toby explains [home] 2026-03-12: The meeting ran on and then I stood talking to Graham. I saw you ring. I didn't know what to say, so I didn't say anything.
2026-03-14 09:00 Anna answers [boiler] it was missed: Cold shower again.
2026-03-14 12:10 Toby says [boiler] missed: Forgot. He's booked now, Tuesday between eight and twelve.
2026-03-14 12:15 Toby promises Anna [stay-in] by 2026-03-17 12:00: I stay in for him on Tuesday, so you don't have to.
  sure: 4
2026-03-15 Anna answers [home] 2026-03-13 yes

2026-03-16 .. 2026-03-20 Toby [home]: late kept late - missed
  Anna: yes yes yes - -
  2026-03-16 Toby: Ten past. Nearly.
2026-03-17 13:00 Toby says [stay-in] kept: New valve. Eighty pounds.
2026-03-17 Anna answers [stay-in] yes: Hot water. I stood in it for half an hour.
2026-03-18 Toby says [bins] kept
2026-03-19 21:15 Anna answers [home] it was missed: Thursday again.
2026-03-20 21:30 Anna answers yes on everything waiting

2026-03-23 .. 2026-03-27 Toby [home]: late late kept - late
  Anna: yes yes yes - yes
  2026-03-23 Toby: Twenty past. My fault, I left late.
2026-03-26 07:30 Toby says [bins] 2026-03-25 late: This morning, running, in front of the lorry.
2026-03-26 21:00 Toby says [home] kept: I was on the drive at five to seven. Mum rang, I took it in the car.
2026-03-26 21:20 Anna answers [home] differently, it was missed: You came through the door at twenty to eight. I'd put yours in the bin by then.
2026-03-26 21:20 Anna adds [home] it hurt
2026-03-26 22:05 Toby replies [home]: I was home. I don't know what else I'm supposed to call it.
2026-03-27 21:00 Anna answers [bins] 2026-03-25 yes

2026-03-28 10:30 Anna adds [home] 2026-03-27 it hurt: It isn't the twenty minutes. I've stopped laying your place until I hear the car.
2026-03-28 10:50 Toby replies [home] 2026-03-27: I didn't know that. Can we sit down tonight, with the phones off?
2026-03-28 23:10 Toby ends [home]: Five evenings was me showing off. I'd rather say two and be there.
2026-03-28 23:15 Toby promises Anna [supper] every Tuesday and Thursday at 18:30 from 2026-03-31, until 2026-06-25: Home at half past six, and I cook.
  known: Something's in the pan.
  sure: 2

2026-03-31 .. 2026-06-25 Toby [supper]: kept late missed late 3 missed kept 18 missed
  Anna: 26 yes
  2026-03-31 Anna: Burnt. I didn't mind.
  2026-04-07 Toby: Next week's easier.
  2026-04-21 Toby: After Easter it gets easier.
  2026-05-14 Toby: I know. I know.
  2026-06-02 Anna: I didn't cook for two.
2026-04-12 Anna checks in about Toby safe 3, trusting 2, connected 2
2026-04-26 Anna checks in about Toby safe 3, trusting 2, connected 2
2026-05-03 Anna names [chair] by Toby to Anna: Twelve years of your chair pushed in. I don't mean the bins.
  since: still going on
  about: responsiveness, consistency
2026-05-03 20:30 Anna sizes [chair] major
2026-05-05 Toby acknowledges [chair]: You're right about the chair. You know how it is at work.
2026-05-06 Anna finds the acknowledgement of [chair] missing: Work isn't who I married.
2026-05-10 Anna checks in about Toby safe 3, trusting 2, connected 1
2026-05-10 20:30 Anna is ready for [chair]
2026-05-17 Toby is not ready for [chair]
2026-05-24 Anna checks in about Toby safe 3, trusting 1, connected 2
2026-05-31 Anna checks in about Toby safe 3, trusting 1, connected 1
2026-06-07 Anna gives an account of [chair]: I asked for a plate and a person, twice a week. I waited until it stopped hurting, and then I could see.
2026-06-14 Anna checks in about Toby safe 4, trusting 1, connected 1
2026-06-21 Toby gives an account of [chair]: I thought there'd be more time.
2026-06-28 Anna thanks Toby: For the old flat. You hummed there.
2026-06-28 20:30 Anna checks in about Toby safe 4, trusting 1, connected 2: I laid one place, and it looked finished.
2026-06-28 21:00 Anna leaves
