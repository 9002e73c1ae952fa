title: Anna and Toby
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
2026-03-28 23:15 Toby promises Anna [supper] every Tuesday and Thursday at 18:30 from 2026-03-31: Home at half past six, and I cook.
  known: Something's in the pan. Home means inside, with my coat off.
  between: If a Thursday meeting gets put in, you know by lunch.
  matters: a lot
2026-03-29 Anna promises Toby [sunday] every Sunday from 2026-04-05: If something's been bothering me I tell you by Sunday night. I don't save it up for June.
  between: I go quiet when I'm tired. Ask me once.
  facet: transparency

2026-03-31 .. 2026-04-02 Toby [supper]: kept late
  Anna: yes yes
  2026-03-31 Anna: Burnt. I didn't mind.
  2026-04-02 Toby: Ten to seven. I ran from the station.
2026-04-01 Toby says [bins] kept
2026-04-05 Anna says [sunday] kept: It was the way you said “supposed to”.
2026-04-05 21:00 Toby answers [sunday] yes: Fair.
2026-04-05 21:30 Anna answers yes on everything waiting

2026-04-07 Toby says [supper] kept
2026-04-09 07:15 Toby says [bins] 2026-04-08 missed: Remembered in bed. Stayed in bed.
2026-04-09 16:20 Toby will be late [supper] until 19:15: The concrete's late, so I am. Quarter past, I've told them I'm leaving at six.
2026-04-09 Toby says [supper] kept: 19.12.
2026-04-09 20:30 Anna answers yes on everything waiting
2026-04-09 20:40 Anna adds [supper] it cost me: I'd have gone swimming. But I could have, because you told me. Next time I will.
2026-04-12 Anna says [sunday] kept: Nothing this week. I looked.
2026-04-13 Toby answers [sunday] 2026-04-12 yes

2026-04-14 Toby says [supper] kept
2026-04-15 Toby says [bins] kept
2026-04-16 12:30 Anna releases [supper]: Go and sit with your brother. There's soup.
2026-04-19 22:30 Anna says [sunday] missed: I did have something. I was too tired to start.
2026-04-20 07:30 Toby answers [sunday] 2026-04-19 yes
2026-04-20 07:45 Anna explains [sunday] 2026-04-19: You told the neighbours about my sister's job. It's hers to tell.
2026-04-20 08:00 Anna answers yes on everything waiting

2026-04-21 20:45 Toby says [supper] missed: I forgot it was Tuesday. There's no more to it than that.
2026-04-21 21:00 Anna answers [supper] yes
2026-04-21 21:00 Anna adds [supper] it cost me: I'd told Priya no for tonight.
2026-04-21 21:10 Toby replies [supper]: I've put both days in my phone with an alarm at five. And I'm sorry about Priya.
2026-04-22 Toby says [bins] kept
2026-04-23 Toby says [supper] kept
2026-04-26 Anna says [sunday] kept
2026-04-26 20:30 Toby answers [sunday] yes
2026-04-26 20:30 Anna answers yes on everything waiting

2026-04-28 .. 2026-05-07 Toby [supper]: 3 kept late
  Anna: 3 yes -
  2026-04-30 Anna: You hummed. You haven't hummed since the old flat.
  2026-05-07 Toby: Twenty to. Puncture.
2026-04-29 .. 2026-05-06 Toby [bins]: 2 kept
2026-05-01 Toby promises Anna [shop] every Saturday: I do the Saturday shop. You don't write me a list.
  known: There's milk on Sunday.
2026-05-02 Toby says [shop] kept: No list. I forgot the bread.
2026-05-03 Anna answers yes on everything waiting
2026-05-03 Anna says [sunday] kept
2026-05-04 Toby answers [sunday] 2026-05-03 yes
2026-05-07 21:00 Anna takes the word on [bins]
2026-05-09 Toby says [shop] kept: Bread.
2026-05-10 Anna answers yes on everything waiting
2026-05-10 Toby promises Anna [mother] every Sunday: I ring my mother, so she needn't ring you to hear if I'm alive.
2026-05-10 Anna says [sunday] kept: I didn't like being told I was “in a mood” on Friday. I was hungry.
2026-05-10 21:00 Toby answers [sunday] yes: You were. I'll keep biscuits in the car.

2026-05-12 .. 2026-05-21 Toby [supper]: 4 kept
  Anna: - - yes yes
2026-05-13 .. 2026-05-20 Toby [bins]: kept kept
2026-05-14 Toby promises Anna [friday] every Friday at 19:00 from 2026-05-22: Friday is ours. I'm out of the office by half past six.
2026-05-16 Toby says [shop] kept
2026-05-17 Toby says [mother] kept: Forty minutes about the hedge.
2026-05-17 Anna answers yes on everything waiting
2026-05-22 21:30 Toby says [friday] kept
2026-05-22 21:40 Anna answers [friday] yes: We missed the trailers. I don't care about trailers.
2026-05-24 11:00 Toby says [shop] 2026-05-23 late: This morning instead. I was flat out after football.
2026-05-24 Anna answers yes on everything waiting
2026-05-25 07:30 Toby says [mother] 2026-05-24 missed

2026-05-26 .. 2026-06-04 Toby [supper]: 4 kept
2026-05-27 .. 2026-06-03 Toby [bins]: 2 kept
2026-05-28 Toby promises Anna [twelve] by 2026-06-20: Our twelve years. I book something, and I book it, not you.
  sure: 4
  matters: a lot
2026-05-29 21:30 Toby says [friday] kept
2026-05-30 Toby says [shop] kept
2026-05-31 Toby says [mother] kept
2026-05-31 Anna says [sunday] kept: I've started listening for the key again. Not checking. Listening.
2026-05-31 21:00 Toby answers [sunday] yes
2026-05-31 21:10 Anna answers yes on everything waiting
2026-06-05 15:00 Toby can't [friday] instead 2026-06-06 19:00: The client's over from Lisbon and I can't get out of dinner. Tomorrow, same film?
2026-06-06 22:00 Toby says [friday] 2026-06-05 kept
2026-06-06 Toby says [shop] kept
2026-06-07 Toby says [mother] kept
2026-06-07 Anna answers yes on everything waiting

2026-06-09 .. 2026-06-11 Toby [supper]: 2 kept
2026-06-10 .. 2026-06-17 Toby [bins]: 2 kept
2026-06-12 21:30 Toby says [friday] kept
2026-06-13 Toby says [shop] kept
2026-06-13 18:00 Toby says [twelve] kept: The place by the harbour, the twentieth, table at seven. The train's at four. I've asked your sister about the cat.
2026-06-13 18:30 Anna answers [twelve] yes: You asked my sister about the cat.
2026-06-14 Toby says [mother] kept
2026-06-14 Anna says [sunday] kept
2026-06-14 21:00 Anna answers yes on everything waiting
2026-06-15 Toby answers [sunday] 2026-06-14 yes
2026-06-15 Toby promises Anna [week] every Monday at 20:30 from 2026-06-22: We look at the week together, ten minutes. I bring the calendar.
  between: Neither of us does it hungry.

2026-06-16 Toby says [supper] kept
2026-06-18 21:30 Toby says [supper] missed: I should have rung. I couldn't.
2026-06-18 21:35 Anna answers [supper] yes
2026-06-18 21:35 Anna adds [supper] is everything all right: That's not like you.
2026-06-18 22:20 Toby replies [supper]: Dad's had a fall. He's fine, he's home. I sat in the hospital car park for an hour.
2026-06-19 21:30 Toby says [friday] kept
2026-06-20 10:00 Toby says [shop] kept
2026-06-21 Toby says [mother] kept: And Dad. He says the hedge started it.
2026-06-21 Anna answers yes on everything waiting
2026-06-21 Anna says [sunday] kept: I was frightened on Thursday, and not angry. I wanted you to know it was that way round.
2026-06-21 21:30 Toby answers [sunday] yes

2026-06-22 21:15 Toby says [week] kept
2026-06-23 .. 2026-06-25 Toby [supper]: 2 kept
2026-06-24 Toby says [bins] kept
2026-06-25 16:40 Anna answers yes on everything waiting
2026-06-26 17:10 Toby will be late [friday] until 19:30: Dropping Dad's prescription off. Half seven, I'll come straight there.
2026-06-26 21:45 Toby says [friday] kept: 19.25, you saw me run.
2026-06-27 Toby says [shop] kept
2026-06-27 Toby promises Anna [hall] by 2026-07-11: The hall gets its second coat.
  between: If it rains I can't have the door open.
2026-06-28 Anna says [sunday] kept: Small thing. You told your dad we'd come on the fifth before you asked me.
2026-06-28 21:00 Anna answers yes on everything waiting

2026-06-29 21:15 Toby says [week] kept
2026-06-30 07:40 Anna answers [week] 2026-06-29 yes: You'd written in my things too.
2026-06-30 Toby says [supper] kept
2026-07-01 Toby says [bins] kept
2026-07-02 07:40 Anna answers [supper] 2026-06-30 yes
2026-07-02 12:50 Toby will be late [supper] until 19:00: The Thursday meeting's back, just this once. Seven, and I've got the fish.
2026-07-02 Toby says [supper] kept
2026-07-03 21:50 Toby says [friday] kept
2026-07-04 09:20 Anna answers [supper] 2026-07-02 yes
2026-07-04 Toby says [shop] kept: With a list. Mine.
2026-07-05 10:00 Anna answers [friday] 2026-07-03 yes: I was the late one. You waited.
2026-07-05 Toby says [mother] kept
