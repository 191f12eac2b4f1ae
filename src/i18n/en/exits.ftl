# Criteria of the positive exit (article 2).
exit-measure-mean_weekly_minutes = { $value } a week on average
exit-measure-total_minutes = { $value } in all
exit-valid-never = on no known day
exit-valid-since = from { $first }
exit-valid-between = from { $first } to { $last }
exit-window = Exit thought of on { $on }; last nine months: since { $from }.
exit-nothing = No job and no validated training in this file.
exit-holds = Article 2: { $asked }. Measured: { $measured }. The criterion holds { $valid }.
exit-fails = Article 2: { $asked }. Measured: { $measured }. What is missing: { $obstacles }. The criterion holds { $valid }.
exit-fails-unmeasured = Article 2: { $asked }. What is missing: { $obstacles }. The criterion holds { $valid }.
exit-asks-P1 = an open-ended contract that has run for six months
exit-asks-P2 = one contract of six months, or contracts that cover 26 weeks (182 days), in the last nine months
exit-asks-P3 = a work-study contract that has run for six months
exit-asks-P4 = 26 weeks of agency work of 28 h on average, in the last nine months
exit-asks-P5 = an activity created at least six months ago
exit-asks-P6 = a State diploma or title, then six months of support
exit-asks-P7 = a chamber or private diploma or title, then six months of support
exit-asks-P8 = a CQP, then six months of support
exit-asks-P9 = a situation that strictly matches no other, proposed by the operational team
exit-title = Exit
exit-nothing-yet = No job and no validated training in this file: there is nothing to measure. The “Work” page of the file records them.
exit-line-window = nine months
exit-line-valid = { $exit } holds
exit-column-criterion = Criterion of article 2
exit-column-holds = holds
exit-column-first = from
exit-column-last = to
exit-column-measured = measured
exit-row-holds = → { $route }
exit-row-fails = missing: { $missing } → { $route }
exit-next-decision = The exit is proposed to the commission: { $list-open } enters its decision; { $due-why } tells everything about the criterion and the documents to gather.
exit-next-nothing = The commission validated the exit. { $due-why } tells everything about the criterion.
exit-next-commission = { $list-open } proposes the exit to the commission, then enters its decision; { $due-why } tells all about the criterion and the documents to gather.
exit-next-committee = No criterion holds on that day: the operational team may propose the exit to the technical committee (R2-09), on five points: role of the PLIE in the pathway, formative evaluation while in work, nature of the job, characteristics of the person, professional prospects. { $due-why } tells all about the criterion. { $case-edit } opens the case of its own.
exit-required = The article asks for: { $required }.
exit-route-commission = The criterion is met: the exit is proposed to the commission.
exit-route-committee =
    What does not match strictly is proposed to the technical committee (R2-09), case by case, then to the commission. The file says:
    1. the role of the PLIE in the pathway;
    2. the formative evaluation while in work: training or validation of experience set up, regular evaluation of the skills acquired;
    3. the nature of the job: qualification, length, working hours;
    4. the characteristics of the person: age, sex, social situation;
    5. the professional prospects.
exit-reason = { $exit }, { $valid }.
sign-exit-window = the nine months before the exit that is thought of
sign-exit-work = a contract; what is left of it after that day
sign-exit-award = a diploma or title awarded
sign-exit-valid = the days on which the criterion holds
exit-today = Exit on { $on } (today); last nine months: since { $from }
exit-ahead = Exit on { $on } (in { $span }); last nine months: since { $from }
exit-back = Exit on { $on } ({ $span } ago); last nine months: since { $from }
exit-next-committee-short = No criterion holds on that day: the operational team may propose the exit to the technical committee, on the five points that { $due-why } tells (R2-09). { $case-edit } opens the case of its own.
exit-proofs = Documents that the commission asks for:
exit-row-ahead = not yet: { $missing }
