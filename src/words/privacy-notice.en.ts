/** The product's own privacy notice in English, the same by parts and paragraphs. */
export const en = `# 1. Who handles your personal information
The handler is {{handler}}. Under the Personal Information Protection Law of the People’s Republic of China (PIPL) the school decides for what and how it is handled, and answers for it; whoever operates this platform provides and maintains it on the school’s behalf, only as the school asks, and for nothing else (PIPL art. 21). What is kept of the accounts of employers is handled by the operator of the platform.
Whom to write to stands at the end. Where nobody is named, ask the school’s employment office.

# 2. What is handled, why, and on which basis
Graduates: name, student number, sex, level of education, code and name of the major, class, college, year of graduation, way of training, designated employer, enrolment; type and number of the identity document, examinee number, mobile number; where the school’s roster has them besides: date of birth, ethnicity, political status, direction of the major, years and form of study, months of entry and graduation, home region, urban or rural, kind of teacher student, kind of hardship, e-mail, QQ number, home address, telephone and postcode, who held the file before entry, whether household and file were moved to the school. A school may add fields of its own: what they are called and say stands in your data and under “My privacy”, and only there where they are for the school alone. The school imports or enters them; the mobile number you give or correct yourself. They serve to know that it is you, to sign employment agreements, to register where graduates go, and to report it. The basis is the making and keeping of an agreement to which you are a party, and the school’s statutory duties (PIPL art. 13, para. 1, items 2 and 3).
Signing and destinations: invitations (also those that an employer imports as a list), terms, the course of signing and review, dissolutions, registered destinations and the proof you upload. They serve to carry the matter out, to certify it and to keep evidence, on the same basis.
Legal representatives, contacts and members of employers: name, log-in, telephone, e-mail, licence and authorisation. They serve to know the employer, to recognise one that a school has barred, to get in touch and to sign; the basis is the making and keeping of the agreement, and the school’s duty to verify who recruits.
Staff of school and platform: name, log-in, role, college, and the filters and columns that they keep for themselves. They serve to give powers and to know who is responsible; the basis is statutory duty and the management of staff.
Accounts and safety: the password in hashed form, ways and times of sign-in, network address, browser, settings of the second factor and of passkeys (public keys only: fingerprints and faces stay on your device), the course of a first log-in or a recovery (how the person was identified, who approved), a record of acts. They keep others from acting in your name and tell who did what when; the basis is the statutory duty to keep network and data safe.
Sign-in by the university: where the school has opened it, you can come in with the school’s own account or by WeCom. That system tells this one your student or staff number, by which your account is found; this one gets no password of the school’s system, and keeps nothing else that it is told. Signing in with the password of this system stays possible. The basis is the school’s statutory duty to keep the network safe, and its management.
Of your own choice: an e-mail address for copies of notices; SMS and WeChat messages, sent by the school’s own gateway or its provider, which is told your mobile or student number and what the template of the notice says, and no more. The basis is your consent, and you can remove it at any time; without it everything works, and notices stand in the portal.

# 3. Sensitive personal information
Document numbers, mobile numbers, what the roster has besides (such as ethnicity, political status, hardship) and the files you upload may hold sensitive information. The document number is compared because it alone tells people of the same name apart, and an agreement must say who signed it; whoever gets hold of it might pose as you. So document, examinee and mobile numbers and what the roster has besides, but for a school’s own fields, are kept encrypted, and numbers are shown in part only; staff who look at what is whole or at an original file, or download a list of what is whole, say for what or why, which you can read (PIPL arts. 28 and 30). Please cover what does not belong to the matter before you upload a file.

# 4. Who sees it, and to whom it is given
The school: staff of your college and of the employment office with the power to, as far as the matter needs it.
Employers: only those that have invited you or signed with you see name, student number, school, college, major and the agreement, to make and keep it; before it invites you an employer must type both your name and your student number to find you; they see neither your document number nor what other employers have offered. They answer for what they receive, and you may turn to them directly. Their name and contact stand in each invitation and agreement.
Authorities: education, human resources and other competent authorities, where the law asks for it and no further.
The public: the school’s public site has announcements, dates and contacts that the school publishes; it asks for no sign-in and shows nothing of students; the school decides whose names stand under an announcement and among its contacts.
The operator of the platform: enters name and log-in of a school’s administrator when it opens the school; whether the system is well it tells by counts of processes, queues, files and records, and its pages show nothing of the matters themselves.
It is given to nobody else, not sold and not used for advertising. Nothing is decided automatically, and nobody is scored or ranked; people review.

# 5. Where and how long it is kept
It is stored in the People’s Republic of China and not given abroad.
Agreements, dissolutions, destinations and their proof are kept for at least three years after the matter has ended, because claims can be brought for three years (Civil Code art. 188) and both sides need them in a dispute. The record of acts is kept with the agreement and cannot be changed, to prove that the agreement was not.
Roster data of those who signed nothing, proof and accounts are erased or closed after the years that the school has set, counted from the year of graduation, and until it has set them for as long as it needs them; sessions at most fourteen days; unconfirmed addresses, one-time links and activation codes at most seven days; the rows of an imported roster or list of invitations seven days after they were entered or sent; the marks of a sign-in by the university fifteen minutes; counts of sign-in attempts thirty days. Where no law is named, this system or the school has set the period by what it is for.

# 6. Your rights, and how to use them
On the page “My privacy” you can always see and download what is kept about you, and see who looked at or downloaded what is whole and original files (PIPL arts. 44 and 45).
What is wrong you can ask to have corrected online (art. 46). What should be erased students can ask to have erased online (art. 47); where a period of law or of this notice is not over, the school stops all handling but keeping it safe, and says why.
The school answers within fifteen working days, and says by which rule where it refuses (art. 50). You may ask it to explain this notice (art. 48). If the answer does not satisfy you, complain to the cyberspace administration, or sue in a people’s court.
Withdrawing: an e-mail address can be removed on the account page at any time. You can also withdraw your agreement to this notice on “My privacy”; the account cannot be used then until you agree again. What was done before stays valid, and what the law wants kept is not erased by it (arts. 15 and 16).

# 7. If you do not agree
Only what the matter needs is handled. Without agreeing to this notice nobody can sign, register a destination or review online; graduates can ask the employment office how it is done on paper, and roster data that are there are kept by the school as the law has it.

# 8. Minors
This site is for graduates of universities and colleges and for employers, and not aimed at minors; nobody under fourteen may use it (art. 31). Graduates under eighteen should read this notice with a guardian.

# 9. Safety
Connections and important data are encrypted, powers are limited by role and college, the record of acts is a chain that cannot be changed and is checked daily, and a school can require a second factor of its staff. Should data leak, be altered or lost, or threaten to be, the school mends it at once and tells you and the authorities as the law has it (arts. 51 and 57).

# 10. Changes
Every change is another version with its date, and earlier ones are kept. Where the purpose, the way or the kinds of information change, you are asked to read and agree again at your next sign-in (arts. 14 and 17).`
