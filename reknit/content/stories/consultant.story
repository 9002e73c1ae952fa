title: Ninety minutes each way
kind: colleagues
zone: America/Chicago
people: Judith (opens), Carol

2026-02-22 Judith opens the space
2026-02-22 Judith invites Carol
2026-02-23 Carol joins

2026-02-23 Carol promises Judith [drive] every Wednesday at 07:00 from 2026-03-04, until 2026-06-24: We drive to Harmon's together, and plan the day on the way.
  known: One car.
2026-02-23 Carol promises Judith [stay] every Wednesday at 18:00 from 2026-03-04, until 2026-06-24: I stay until the last of them has gone home.
2026-02-23 Carol promises Judith [prep] every Monday at 16:00 from 2026-03-02, until 2026-06-22: Half an hour on the phone to prepare.
2026-02-23 20:30 Judith promises Carol [slides] every Tuesday from 2026-03-03, until 2026-06-23: You have the day's plan the evening before.
  sure: 4

2026-03-02 Carol says [prep] kept: I think this is the best thing we've built.
2026-03-02 21:00 Judith answers [prep] yes: So do I.
2026-03-03 .. 2026-03-31 Judith [slides]: 5 kept
  Carol: 2 yes - - yes
2026-03-04 06:40 Carol will be late [drive]: Go ahead without me, I'll take my own car.
2026-03-04 18:30 Judith adds [drive] it cost me: I'd kept the opening for the car. I went in without it.
2026-03-04 21:00 Carol says [stay] late: Left at five. You were wonderful with them.
2026-03-05 Judith answers [stay] 2026-03-04 differently, it was missed: They came up one by one after five. It was half past seven when I locked the door.
2026-03-06 09:00 Carol explains [stay] 2026-03-04: Emma's day care closes at six. I should have told you that before.
2026-03-06 12:00 Judith adds [stay] 2026-03-04 it cost me: It's a good reason. I'd have asked somebody else to stay, if I had known.

2026-03-09 18:00 Judith answers [prep] it was missed: I was on the line until twenty past.
2026-03-10 08:00 Carol says [prep] 2026-03-09 missed: I'm so sorry. The Denver people moved their call.
2026-03-11 06:30 Carol can't [drive]: Emma has a fever, I'll come as soon as my mother is here.
2026-03-11 06:45 Judith releases [stay]: Go home to her when you need to.
2026-03-12 Carol replies [drive] 2026-03-04: You're right. Next week we drive.
2026-03-16 18:00 Judith answers [prep] it was missed
2026-03-17 12:00 Carol says [prep] 2026-03-16 missed: I had it down for Tuesday.
2026-03-18 06:50 Carol can't [drive]: Don't wait. I have to drop Emma first, they've changed her hours.
2026-03-18 20:30 Judith adds [drive] it hurt: Ninety minutes there and ninety back. I like you. I had been looking forward to that car.
2026-03-18 21:00 Carol says [stay] missed
2026-03-18 21:30 Judith answers [stay] yes
2026-03-19 08:00 Carol replies [drive] 2026-03-18: So had I. I mean that. It's only until the spring, then Paul's hours change.

2026-03-23 16:40 Carol says [prep] kept: Short, but I was there.
2026-03-23 17:00 Judith answers [prep] yes
2026-03-25 06:55 Carol can't [drive]
2026-03-25 21:00 Carol says [stay] late: Quarter to six. Nearly.
2026-03-25 21:30 Judith answers [stay] yes
2026-03-30 18:00 Judith answers [prep] it was missed
2026-04-01 09:00 Judith answers [drive] it was missed
2026-04-01 21:00 Carol says [drive] missed: I know. I know.
2026-04-01 21:05 Carol says [stay] missed: Day care again.
2026-04-02 08:00 Judith answers [stay] 2026-04-01 yes
2026-04-02 08:10 Judith adds [drive] 2026-04-01 is everything all right: You look worn out. I'm asking as a friend.
2026-04-02 21:40 Carol replies [drive] 2026-04-01: Paul's hours aren't changing. I knew that in February. I wanted to do this with you so much that I said I could.
2026-04-03 08:00 Judith replies [drive] 2026-04-01: Thank you for telling me. I wish it had been February.

2026-04-05 Carol ends [drive]: I can't do it, and I couldn't when I said it.
2026-04-05 20:30 Carol promises Judith [notes] every Thursday, until 2026-06-25: You get my notes on the day, typed, so you aren't the only one who remembers it.
  known: They're in your mail on Thursday night.
  between: Nothing that I can see. I looked this time.
  sure: 3
2026-04-07 .. 2026-05-05 Judith [slides]: 5 kept
  Carol: yes - yes - -
2026-04-08 21:00 Carol says [stay] missed
2026-04-09 08:00 Judith answers [stay] 2026-04-08 yes
2026-04-09 22:00 Carol says [notes] kept
2026-04-10 08:00 Judith answers [notes] 2026-04-09 yes: Good notes. Mrs. Alvarez hadn't told me that.
2026-04-12 Judith ends [stay]: Dan will stay with me on Wednesdays. You get home to Emma.
2026-04-13 18:00 Judith answers [prep] it was missed
2026-04-14 Carol says [prep] 2026-04-13 missed
2026-04-16 22:00 Carol says [notes] kept
2026-04-20 17:00 Carol says [prep] kept
2026-04-20 21:00 Judith answers yes on everything waiting
2026-04-24 09:00 Carol says [notes] 2026-04-23 late: This morning. Emma was up all night.
2026-04-24 12:00 Judith answers [notes] 2026-04-23 yes
2026-04-27 18:00 Judith answers [prep] it was missed
2026-05-01 18:00 Judith answers [notes] 2026-04-30 it was missed
2026-05-03 Judith ends [prep]
2026-05-04 12:00 Carol says [notes] 2026-04-30 missed: I'm sorry. I saw that you've taken the Mondays out. I understand.

2026-05-07 22:00 Carol says [notes] kept
2026-05-12 .. 2026-05-19 Judith [slides]: 2 kept
2026-05-14 22:00 Carol says [notes] kept
2026-05-15 08:00 Judith answers yes on everything waiting
2026-05-22 18:00 Judith answers [notes] 2026-05-21 it was missed
2026-05-24 Judith ends [slides]
2026-05-24 20:30 Judith ends [notes]
2026-05-25 09:00 Carol says [notes] 2026-05-21 missed: I see you and Dan are finishing Harmon's. I'd have liked to hear it on the phone. I can't say I'm surprised.

2026-05-31 Carol promises Judith [hand-over] by 2026-06-05: Everything I have on Harmon's, in one folder.
  sure: 4
2026-06-05 16:00 Carol says [hand-over] kept
2026-06-06 09:00 Judith answers [hand-over] yes: It was all there. Thank you.
2026-06-14 Judith promises Carol [birthday] by 2026-06-21: I ring you on your birthday.
  sure: 4
2026-06-21 Judith says [birthday] kept
2026-06-21 21:00 Carol answers [birthday] yes: It was good to hear you laugh.
2026-06-28 Carol promises Judith [coffee] by 2026-07-10 15:00: A coffee, downtown. I've asked Paul, and he has Emma that afternoon.
  sure: 4
2026-07-10 17:30 Carol says [coffee] kept: You look well.
2026-07-11 10:00 Judith answers [coffee] yes: I am. It was a nice hour.
