title: Maya and the lunches
kind: friends
zone: Europe/Dublin
people: Ruth (opens), Maya, Devi

2026-02-28 Ruth opens the space
2026-02-28 Ruth invites Maya
2026-03-01 Maya joins
2026-03-01 Ruth proposes Devi
2026-03-01 21:10 Maya agrees to Devi
2026-03-01 21:30 Ruth invites Devi
2026-03-02 Devi joins

2026-03-02 Maya promises Ruth and Devi [soup] by 2026-03-06 12:30: Lunch at the soup place, all three of us, like we used to.
2026-03-02 Maya promises Devi [coat] by 2026-03-08: I bring your coat back.
2026-03-06 12:10 Maya can't [soup]: So so sorry, work's gone mad. Next week, I promise.
2026-03-06 12:20 Devi adds [soup] it cost me: I was already sitting here.
2026-03-06 12:25 Maya replies [soup]: I know, I'm the worst. I'll make it up to you.

2026-03-08 Maya promises Ruth and Devi [again] by 2026-03-13 12:30: Lunch, for real this time. My treat.
  sure: 2
2026-03-09 Devi answers [coat] 2026-03-08 it was missed
2026-03-13 12:15 Maya can't [again] instead 2026-03-14 12:30: Can we do tomorrow instead? I double-booked myself.
2026-03-14 12:05 Maya can't [again]: My sister's turned up. Next week, definitely.
2026-03-14 13:00 Ruth adds [again] it cost me: I swapped a shift for yesterday, and a christening lunch for today.
2026-03-14 18:30 Maya says [coat] 2026-03-08 missed: It's hanging in my hall. I walk past it every day.

2026-03-15 Maya promises Ruth [ruth] by 2026-03-20 13:00: Just you and me, the market, one o'clock.
2026-03-20 13:40 Ruth answers [ruth] it was missed: I've been standing at the flower stall for forty minutes. Are you all right?
2026-03-20 15:10 Maya says [ruth] missed: I looked at the clock and it was three.
2026-03-20 15:12 Maya explains [ruth]: I said yes on Sunday because I wanted to be someone who has lunch on a Friday. I knew the deadline was that day.
2026-03-20 19:00 Ruth adds [ruth] it hurt: That's four. I tell people I've a friend called Maya and I can hear myself making you up.
2026-03-20 22:40 Maya replies [ruth]: I've read that about ten times. I don't want to say sorry, I've said it so often it's worth nothing. I won't say yes again to anything I can't keep.
2026-03-21 10:00 Devi adds [soup] 2026-03-06 it hurt: Since we're saying it. I'd had a rotten week and I'd been looking forward to that soup.
2026-03-21 11:30 Maya replies [soup] 2026-03-06: You never said about the week. I never asked, because I was busy cancelling. Will you tell me about it on Monday?

2026-03-22 Maya promises Devi [coat-2] by 2026-03-23: I come by after work with the coat, and I don't stay unless you want me to.
  known: Your coat's on your own hook.
  sure: 4
2026-03-23 19:20 Maya says [coat-2] kept
2026-03-23 21:00 Devi answers [coat-2] yes: You stayed till nine.

2026-03-29 Maya promises Ruth and Devi [saturday] every other Saturday at 12:30 from 2026-04-11, 8 times: The Turkish place by the canal. Only every other week, because that's what I can do.
  known: I'm there when you get there.
  between: Quarter end, the last week of June. I've told them already.
  sure: 4
2026-03-29 Maya promises Ruth [letters] every Wednesday: You get a line from me, a real one, not a heart on yours.
  sure: 3
2026-04-01 .. 2026-04-22 Maya [letters]: 4 kept
  Ruth: yes - - yes
  2026-04-01 Ruth: A whole page about a pigeon.
2026-04-11 15:00 Maya says [saturday] kept: I was there at ten past twelve and walked round the block so as not to look keen.
2026-04-11 16:00 Ruth answers [saturday] yes: You looked keen.
2026-04-11 16:20 Devi answers [saturday] yes: The waiter remembered us.
2026-04-12 Ruth answers yes on everything waiting
2026-04-25 15:00 Maya says [saturday] late: Ten past. I sent word at noon from the bus.
2026-04-25 15:30 Devi answers [saturday] yes
2026-04-25 16:00 Ruth answers [saturday] differently, it was kept: Ten past is on time, for lunch.
2026-04-29 .. 2026-05-20 Maya [letters]: kept late 2 kept
2026-05-03 Ruth answers yes on everything waiting

2026-05-04 Maya promises Devi [hill] by 2026-05-17 09:00: We walk up the hill we got lost on, and this time I have the map.
  sure: 4
2026-05-09 15:00 Maya says [saturday] kept
2026-05-09 16:00 Ruth answers [saturday] yes
2026-05-09 18:00 Devi answers [saturday] yes: You remembered the swan. I'd forgotten we had the swan.
2026-05-17 14:00 Maya says [hill] kept: We got lost.
2026-05-17 14:05 Devi answers [hill] yes: We got lost beautifully.
2026-05-20 18:30 Devi promises Maya [ask] every Sunday, until 2026-07-26: When I've had a bad week I ring you, and don't wait to be asked.
  facet: vulnerability
2026-05-22 11:00 Ruth releases [saturday] 2026-05-23: Mam's not well, I'm going down to her. Have lunch with Devi.
2026-05-23 15:30 Maya says [saturday] kept: Two of us and an empty chair. We sent you the bread.
2026-05-23 17:00 Devi answers [saturday] yes
2026-05-24 Devi says [ask] kept
2026-05-24 21:00 Maya answers [ask] yes: Ring again. I like it when it's you.
2026-05-27 .. 2026-06-17 Maya [letters]: 4 kept
2026-05-31 Devi says [ask] kept: Good week. I rang anyway.
2026-05-31 21:00 Maya answers [ask] yes
2026-05-31 21:30 Ruth answers yes on everything waiting

2026-06-06 15:00 Maya says [saturday] kept
2026-06-06 16:00 Devi answers [saturday] yes
2026-06-06 18:00 Ruth answers [saturday] yes: Three chairs.
2026-06-07 Ruth takes the word on [saturday]
2026-06-07 21:00 Maya promises Ruth and Devi [boat] by 2026-07-12 10:00: The three of us, the boat to the island. I've booked it and it's paid for, so no treats.
  between: Only the weather.
  sure: 4
2026-06-14 Devi says [ask] 2026-06-07 missed: Bad week, and I pulled the blankets up instead.
2026-06-14 21:00 Maya answers [ask] 2026-06-07 yes
2026-06-14 21:10 Devi says [ask] kept
2026-06-14 21:20 Maya answers [ask] yes: There's soup in your fridge, by the way. The left one's vegetable.
2026-06-18 09:00 Maya can't [saturday] 2026-06-20 instead 2026-06-21 12:30: They've moved quarter end forward. I'm telling you on the Thursday so you can still make plans. Sunday, same table?
2026-06-21 15:00 Maya says [saturday] 2026-06-20 kept
2026-06-21 16:00 Devi answers [saturday] 2026-06-20 yes
2026-06-21 16:10 Ruth answers [saturday] 2026-06-20 yes: Two days' notice. It's a different world from twenty minutes.
2026-06-24 .. 2026-07-08 Maya [letters]: 3 kept
2026-06-28 Ruth answers yes on everything waiting
2026-06-28 21:00 Devi says [ask] kept
2026-06-29 08:00 Maya answers [ask] 2026-06-28 yes
2026-07-04 15:00 Maya says [saturday] kept
2026-07-04 16:00 Devi answers [saturday] yes: Seven stamps on the card. One more and they owe us a baklava.
2026-07-05 Devi says [ask] kept
2026-07-06 08:00 Maya answers [ask] 2026-07-05 yes
2026-07-07 20:30 Ruth answers [letters] 2026-07-01 yes: I read it to Mam.
2026-07-09 21:00 Ruth answers [letters] 2026-07-08 yes
2026-07-10 18:00 Maya promises Ruth [mam] by 2026-07-19 15:00: I drive you down to your mam's, so you needn't take the bus.
  sure: 4
2026-07-12 19:00 Maya says [boat] kept: No rain. One seagull.
2026-07-12 19:30 Ruth answers [boat] yes: I'd tell anyone I've a friend called Maya.
