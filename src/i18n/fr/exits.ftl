# Critères de sortie positive (article 2).
exit-measure-mean_weekly_minutes = { $value } par semaine en moyenne
exit-measure-total_minutes = { $value } en tout
exit-valid-never = à aucune date connue
exit-valid-since = à partir du { $first }
exit-valid-between = du { $first } au { $last }
exit-window = Sortie envisagée le { $on } ; neuf derniers mois : depuis le { $from }.
exit-nothing = Aucun emploi ni aucune formation validée dans ce dossier.
exit-holds = Article 2 : { $asked }. Mesuré : { $measured }. Le critère tient { $valid }.
exit-fails = Article 2 : { $asked }. Mesuré : { $measured }. Ce qui manque : { $obstacles }. Le critère tient { $valid }.
exit-fails-unmeasured = Article 2 : { $asked }. Ce qui manque : { $obstacles }. Le critère tient { $valid }.
exit-asks-P1 = un CDI en cours depuis six mois
exit-asks-P2 = un contrat de six mois, ou des contrats qui couvrent 26 semaines (182 jours), dans les neuf derniers mois
exit-asks-P3 = un contrat en alternance en cours depuis six mois
exit-asks-P4 = 26 semaines d’intérim de 28 h en moyenne, dans les neuf derniers mois
exit-asks-P5 = une activité créée depuis au moins six mois
exit-asks-P6 = un diplôme ou un titre d’État, puis six mois d’accompagnement
exit-asks-P7 = un diplôme ou un titre consulaire ou privé, puis six mois d’accompagnement
exit-asks-P8 = un CQP, puis six mois d’accompagnement
exit-asks-P9 = une situation qui ne correspond pas strictement aux autres, sur proposition de l’équipe opérationnelle
exit-title = Sortie
exit-nothing-yet = Aucun emploi ni aucune formation validée dans ce dossier : rien n’est à mesurer. La page « Emploi » du dossier les enregistre.
exit-line-window = neuf mois
exit-line-valid = { $exit } tient
exit-column-criterion = Critère de l’article 2
exit-column-holds = tient
exit-column-first = du
exit-column-last = au
exit-column-measured = mesuré
exit-row-holds = → { $route }
exit-row-fails = manque : { $missing } → { $route }
exit-next-decision = La sortie est proposée à la commission : { $list-open } saisit sa décision ; { $due-why } dit tout du critère et les pièces à réunir.
exit-next-nothing = La commission a validé la sortie. { $due-why } dit tout du critère.
exit-next-commission = { $list-open } propose la sortie à la commission, puis saisit sa décision ; { $due-why } dit tout du critère et les pièces à réunir.
exit-next-committee = Aucun critère ne tient ce jour-là : l’équipe opérationnelle peut proposer la sortie au Comité technique (R2-09), sur cinq points : rôle du PLIE dans le parcours, évaluation formative pendant l’emploi, nature de l’emploi, caractéristiques de la personne, perspectives professionnelles. { $due-why } dit tout du critère. { $case-edit } ouvre le cas particulier.
exit-required = L’article demande : { $required }.
exit-route-commission = Le critère est rempli : la sortie se propose à la commission.
exit-route-committee =
    Ce qui ne correspond pas strictement se propose au Comité technique (R2-09), cas par cas, puis à la commission. Le dossier dit :
    1. le rôle du PLIE dans le parcours ;
    2. l’évaluation formative pendant l’emploi : formation ou VAE mise en place, évaluation régulière des compétences acquises ;
    3. la nature de l’emploi : qualification, durée, amplitude ;
    4. les caractéristiques de la personne : âge, sexe, situation sociale ;
    5. les perspectives professionnelles.
exit-reason = { $exit }, { $valid }.
sign-exit-window = les neuf mois qui précèdent la sortie envisagée
sign-exit-work = un contrat ; ce qu’il en reste après ce jour
sign-exit-award = un diplôme ou un titre obtenu
sign-exit-valid = les jours où le critère tient
exit-today = Sortie au { $on } (aujourd’hui) ; neuf derniers mois : depuis le { $from }
exit-ahead = Sortie au { $on } (dans { $span }) ; neuf derniers mois : depuis le { $from }
exit-back = Sortie au { $on } (il y a { $span }) ; neuf derniers mois : depuis le { $from }
exit-next-committee-short = Aucun critère ne tient ce jour-là : l’équipe opérationnelle peut proposer la sortie au Comité technique, sur les cinq points que dit { $due-why } (R2-09). { $case-edit } ouvre le cas particulier.
exit-proofs = Pièces que demande la commission :
exit-row-ahead = pas encore : { $missing }
