title: A plate under foil
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
2026-03-28 23:10 Toby ends [home]: Five evenings was me showing off. I don't know yet what I can say instead.

2026-03-29 Anna names [plate] by Toby to Anna: A month of my waiting with a plate under foil, and a phone you looked at and put back.
  since: 2026-03-02 to 2026-03-28
  about: consistency, responsiveness
  learned: found out
2026-03-29 20:30 Anna sizes [plate] moderate
2026-03-29 20:40 Anna checks in about Toby safe 4, trusting 2, connected 2
2026-03-30 Toby acknowledges [plate]: I said seven because I wanted to be the man who is home at seven. You ate on your own, and you waited first.
2026-03-31 Anna finds the acknowledgement of [plate] full
2026-04-01 Anna is ready for [plate]
2026-04-01 20:10 Toby is ready for [plate]
2026-04-05 Anna tells the impact of [plate] not counted: I got good at listening to cars. I don't want to be good at it.
2026-04-06 Toby says back [plate]: You can tell mine from the others at the corner.
2026-04-07 Anna answers on being heard in [plate] heard
2026-04-12 Anna no longer relies after [plate]: Not for evenings. I cook for me at half past six. If you're there, you're there, and I'll be glad.
2026-04-12 20:30 Toby promises Anna [sundays] every Sunday at 10:00 from 2026-04-19, until 2026-09-27: Sundays I'm here from breakfast on. All of it.
  known: No car keys in my pocket.
  sure: 4
2026-04-12 20:40 Toby links [plate] to [sundays]
2026-04-12 20:50 Anna takes the word on [bins]
2026-04-19 .. 2026-09-27 Toby [sundays]: 10 kept missed 13 kept
  Anna: 24 yes
  2026-04-19 Toby: I didn't know the radio was on all morning here.
  2026-06-28 Toby: Dad fell. I rang you from the road.
  2026-06-28 Anna: You rang from the road.
  2026-08-16 Anna: You fell asleep on the grass with the paper on your face, and I did the crossword.
2026-05-10 Anna checks in about Toby safe 4, trusting 3, connected 3
2026-06-14 Anna notes something good: I swim on Tuesdays now. There's no clock in there.
2026-07-26 Anna answers on the change in [plate] seen
2026-08-30 Anna checks in about Toby safe 5, trusting 3, connected 4: For Sundays, all of it. For seven o'clock, no. Both are true and I sleep.
2026-09-28 Anna closes [plate] set down
2026-10-04 Anna thanks Toby: For the Sundays.
2026-10-04 20:30 Anna checks in about Toby safe 5, trusting 3, connected 4
