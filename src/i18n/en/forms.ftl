# Forms and the person's file.

code-Signing-deux = both signed
code-Signing-adherent = only the participant signed
code-Signing-conseiller = only the counsellor signed
code-Signing-aucune = nobody signed
code-Signing-refus = the participant refuses to sign
