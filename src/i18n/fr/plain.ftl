# Ligne à ligne (--plain).
plain-welcome = Jalon, ligne à ligne. « ? » dit ce que l’on peut faire ici.
plain-passphrase = Phrase de passe :
plain-locked = Verrouillé.
plain-hint = a aujourd’hui, e entretien, un nom pour un dossier, « ? » pour tout savoir, q pour quitter.
plain-not-understood = Cette lettre ne fait rien ici. « ? » dit ce que l’on peut faire.
plain-no-such-number = Ce numéro n’est pas dans la dernière liste.
plain-nobody-yet = Il n’y a encore personne sur ce poste. n en ajoute une, « jalon import » reprend une file active.
plain-whose = De qui ? Donnez un nom après la lettre, ou ouvrez d’abord un dossier.
plain-which = Plusieurs personnes :
plain-number = Numéro :
plain-more = (encore { $count }, Entrée pour la suite)
plain-last-interview = dernier entretien le { $date }
plain-question = { $label } :
plain-question-held = { $label } [{ $held }] :
plain-form-how = Entrée accepte. « ? » aide, - vide, = répète, < revient, > enregistre, . laisse en brouillon.
plain-text-how = Autant de lignes qu’il faut, puis un point seul sur une ligne.
plain-no-hint = Un texte libre.
plain-quick-prompt = Entrée enregistre, . laisse, ou retapez la ligne :
plain-help = Une lettre, suivie d’un nom ou d’un texte s’il y a lieu :
plain-help-more = Un nom ouvre le dossier, un numéro ouvre la ligne de la dernière liste. « e nadia 45 p d CV à jour » note un entretien.
