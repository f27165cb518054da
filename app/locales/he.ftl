### Everything that Hopwise says, in Hebrew. Keys are grouped by the place that shows them; the other languages keep
### the same keys and arguments. Product names, units and addresses stay as they are.

## Frame
frame-skip = דילוג לתוכן
frame-nav = ראשי
frame-languages = שפה
frame-theme = ערכה בהירה או כהה
nav-home = היום
nav-questions = מאגר
nav-reference = מדריך
nav-labs = מעבדות
nav-candidates = מועמדים
nav-sign-in = כניסה
nav-sign-out = יציאה
print = הדפסה
copy = העתקה
copied = הועתק
percent = { $n }%

## Words of the product
level-junior = ג׳וניור
level-middle = מידל
level-senior = סיניור
level-lead = ליד
expected-junior = מצופה מג׳וניור
expected-middle = מצופה ממידל
expected-senior = מצופה מסיניור
expected-lead = מצופה מליד
dimension-theory = תאוריה
dimension-practice = פרקטיקה
dimension-architecture = ארכיטקטורה
block-foundations = יסודות
block-http = HTTP
block-security = אבטחה
block-performance = ביצועים
block-debugging = איתור תקלות
block-architecture = ארכיטקטורה
block-modern-infra = תשתיות מודרניות
pool-interview = לראיונות בלבד
pool-practice = ללימוד עצמי בלבד
pool-both = ראיונות ולימוד עצמי
overall-strong-no = בהחלט לא
overall-no = לא
overall-yes = כן
overall-strong-yes = בהחלט כן

## Table heads and fields
col-candidate = מועמדות
col-level = רמה
col-levels = רמות
col-created = נוצר
col-next = המשך
col-question = שאלה
col-dimension = ממד
col-minutes = דקות
col-expected = מצופה
col-score = ציון
col-weight = משקל
col-rated = קיבלו ציון
col-mean = ממוצע
field-name = שם
field-name-hint = כפי שפונים בשיחה. מועמדים רשאים לקרוא כל מה שנכתב עליהם.
field-email = דוא״ל
field-password = סיסמה
field-password-hint = לפחות 15 תווים. קל יותר לזכור כמה מילים מאשר רצף סימנים.
field-language = שפה
field-level = רמה
invalid-name = יש להזין שם באורך של עד 200 תווים, בלי תווים נסתרים ובלי אותיות משני אלפביתים במילה אחת.
invalid-email = יש להזין כתובת כמו name@example.org.
invalid-password = אורך הסיסמה: בין 15 ל־256 תווים.
invalid-no-match = הכתובת והסיסמה אינן תואמות. כדאי לבדוק את שתיהן ולנסות שוב.
invalid-taken = הערך הזה כבר תפוס. יש לבחור ערך אחר.
invalid-malformed = חלק מהטופס לא נקלט. יש לרענן את הדף ולמלא את הטופס מחדש.
invalid-summary = יש לכתוב משפט אחד לפחות, ועד 5,000 תווים.
invalid-empty-plan = לא נותרו במאגר שאלות לרמה הזאת. יש לבחור רמה אחרת.
invalid-not-a-lab-target = אפשר למדוד רק יעדים במעבדה.
invalid-confirmation = יש להקליד את השם בדיוק כפי שהוא כתוב למעלה.
invalid-held = קיים צו שמירה. קודם יש להסיר אותו.
invalid-reason = יש לכתוב את הסיבה, עד 2,000 תווים.
invalid-sheet = משהו השתנה מאז התצוגה המקדימה. יש לבחור את הקובץ מחדש.
invalid-months = יש להזין בין 1 ל־120 חודשים, או להשאיר ריק.
invalid-days = יש להזין בין 0 ל־90 ימים.

## Problems
problem-not-found-title = אין כאן כלום
problem-not-found-text = ייתכן שנפלה טעות בכתובת, או שהדף הזה אינו פתוח לכם.
problem-sign-in-title = קודם נכנסים לחשבון
problem-sign-in-text = הדף הזה מיועד לבעלי חשבון.
problem-forbidden-title = מחוץ להרשאות שלכם
problem-forbidden-text = החשבון שלכם אינו מורשה לכך. אם נדרש תפקיד אחר, אפשר לבקש אותו ממנהלי המערכת.
problem-invalid-title = יש לבדוק את הטופס
problem-invalid-text = אחד השדות לא מולא כנדרש.
problem-refused-title = הראיון לא מאפשר זאת
problem-refused-text = ייתכן שטופס ההערכה כבר הוגש. רענון הדף יציג את המצב הנוכחי.
problem-forgotten-title = הנתונים נמחקו
problem-forgotten-text = הנתונים על המועמדות נמחקו לצמיתות. נותרו רק ציונים ללא שם.
problem-too-many-title = יותר מדי ניסיונות
problem-too-many-text =
    { $n ->
        [one] יש להמתין דקה ולנסות שוב.
        [two] יש להמתין שתי דקות ולנסות שוב.
       *[other] יש להמתין { $n } דקות ולנסות שוב.
    }
problem-internal-title = משהו נשבר אצלנו
problem-internal-text = כל מה שכבר נשמר נמצא במקומו. אפשר לנסות שוב; אם התקלה חוזרת, יש למסור למנהלי המערכת את הקוד: { $reference }
problem-to-bank = מאגר השאלות
problem-to-home = לדף הראשי

## Today
home-welcome = ראיונות שאפשר לסמוך עליהם
home-what = מאגר שאלות בשלוש שפות, עם עוגנים שאפשר לראות ולשמוע; חדר ראיון עם שעון; מדידות אמיתיות שהציון נשען עליהן; וטופסי הערכה שיודעים לומר גם מה לא ידוע.
home-to-bank = למאגר השאלות
home-today = הראיונות שלכם
home-interviews = ראיונות
home-empty = עדיין אין ראיונות. מוסיפים מועמדות, פותחים סבב ברמה המתאימה, והתוכנית נבנית מעצמה.
home-to-candidates = לרשימת המועמדים
home-open = פתיחת החדר
home-resume = חזרה לחדר
home-scorecard = טופס הערכה

## Bank
bank-title = מאגר השאלות
bank-filters = סינון
bank-block = תחום
bank-apply = החלה
bank-clear = ניקוי הכול
bank-results = שאלות שנמצאו
bank-search = חיפוש במאגר
bank-search-hint = מילה בכל שפה, או מונח כמו TIME_WAIT
bank-go = חיפוש
bank-count =
    { $n ->
        [one] שאלה אחת
        [two] שתי שאלות
       *[other] { $n } שאלות
    }
bank-none = לא נמצאו שאלות. כדאי לקצר את החיפוש או לנקות את הסינון.
bank-unit = דק׳
bank-keys = מקשים
bank-next = הבאה
bank-previous = הקודמת
bank-open = פתיחה
bank-has = כולל
bank-cut = מוצגות { $n } המתאימות ביותר
minutes-1-5 = עד 5
minutes-6-7 = 6–7
minutes-8-30 = 8 ומעלה
has-trap = מלכודות
has-exhibit = קובץ עם תקלות
has-probe = מדידה
has-lab = מעבדה

## Question
question-place = מיקום ופעולות
question-crumbs = נתיב
question-neighbours = שאלות סמוכות
question-position = { $n } מתוך { $of } בתחום
question-fresh = מעודכן ב־EN, RU, HE
question-stale = הטקסט באנגלית השתנה מאז התרגום
question-about = פרטי השאלה
question-pool = ייעוד
question-checked = התאריך: מתי קראנו את המקור לאחרונה.
part-prompt = איך שואלים
part-glance = במבט אחד
part-listen = למה להקשיב
part-answer = תשובה חזקה
part-practice = תרגול
part-anchors = עוגנים
part-follow-ups = שאלות המשך
part-red-flags = דגלים אדומים
part-traps = מלכודות
part-references = מקורות
part-exhibits = מצאו את התקלות
part-related = שאלות קרובות
trap-wrong = לא נכון:
trap-right = נכון:
exhibit-defects = התקלות והגרסה המתוקנת
exhibit-lines = שורה { $lines }

## Accounts
sign-in-title = כניסה
sign-in-help = אין חשבון? מנהלי המערכת בחברה שלכם יפתחו אחד.
setup-title = הקמת Hopwise
setup-text = עדיין אין כאן חשבונות, וזה יהיה הראשון. הוא יקבל הרשאות ניהול, ואפשר יהיה גם להוביל בו סבבים ולקיים ראיונות.
setup-submit = יצירת החשבון
setup-closed = הקישור כבר נוצל, או שפג תוקפו. אם עדיין אין אף חשבון, הפעלה מחדש של השרת תיתן קישור חדש; אפשר גם ליצור חשבון בשורת הפקודה:

## Candidates and loops
candidates-empty = עדיין אין מועמדים. מתחילים בטופס שלמטה.
candidates-new = מועמדות חדשה
candidates-create = הוספת מועמדות
candidates-search = איתור מועמדים
candidates-search-hint = חלק משם או מכתובת
candidates-archived = בארכיון
candidates-none = לא נמצאו התאמות. כדאי לנסות פחות אותיות, או לחפש ברשימה השנייה.
candidates-count =
    { $n ->
        [one] מועמדות אחת
        [two] שתי מועמדויות
       *[other] { $n } מועמדויות
    }
candidates-more =
    { $n ->
        [one] עוד אחת אינה מוצגת.
        [two] עוד שתיים אינן מוצגות.
       *[other] עוד { $n } אינן מוצגות.
    }
candidates-import = ייבוא מקובץ
candidate-email-hint = אם ידוע. מועמדים רשאים לקרוא זאת.
candidate-forgotten = מועמדות שנמחקה
candidate-forgotten-text = כל המידע האישי נמחק. הסבבים והציונים נותרו ללא שם.
candidate-archived-since = בארכיון מאז
candidate-held-since = צו שמירה מאז
candidate-noticed-since = המחיקה קרבה; הודעה ניתנה ב־
candidate-edit = עריכה
candidate-save = שמירה
candidate-copy = עותק למועמד או למועמדת
candidate-forget = מחיקת הנתונים
candidate-archive-title = ארכיון
candidate-archive = העברה לארכיון
candidate-unarchive = החזרה מהארכיון
candidate-archive-text = מועמדות בארכיון אינה מופיעה ברשימה, אבל נשמרת במלואה ואפשר למצוא אותה.
candidate-archived-text = המועמדות בארכיון ומופיעה רק ברשימה שלו.
candidate-loops = סבבי ראיונות
candidate-no-loops = עדיין אין סבבים. סבב הוא מועמדות אחת לרמה אחת.
candidate-new-loop = סבב חדש
candidate-create-loop = פתיחת סבב
loop-new-interview = הראיון הבא
loop-minutes = { $total } דקות: { $opening } פתיחה, { $core } שאלות, { $close } סיום
loop-plan = תוכנית
loop-short = { $dimension }: אין די שאלות במאגר, נותרו { $n } דק׳ פנויות
loop-weights = משקלים: תאוריה { $theory }%, פרקטיקה { $practice }%, ארכיטקטורה { $architecture }%
loop-no-plan = כל השאלות שבמאגר לרמה הזאת כבר נשאלו במועמדות הזאת.
loop-language = שפת הראיון
loop-create-interview = פתיחת החדר
outcome-title = איך זה הסתיים
outcome-label = תוצאה
outcome-hint = לפיה נקבע כמה זמן נשמרים הנתונים על המועמדות.
outcome-none = אין עדיין החלטה
outcome-hired = קבלה לעבודה
outcome-rejected = דחייה
outcome-withdrawn = פרישה מהתהליך
outcome-save = שמירת התוצאה

## Import of candidates
import-title = ייבוא מועמדים
import-choose = בחירת קובץ
import-file = קובץ CSV
import-hint = UTF-8, עמודות מופרדות בפסיק או בנקודה־פסיק, עד 1,000 מועמדויות ו־128 KB. בשורה הראשונה שמות העמודות: שם, מייל, שפה. עמודות אחרות לא נקראות. שום דבר לא נשמר לפני התצוגה המקדימה.
import-preview = תצוגה מקדימה
import-line = שורה
import-error = מה לא תקין
import-wrong =
    { $n ->
        [one] שורה אחת בקובץ דורשת תיקון. שום דבר לא נשמר.
        [two] שתי שורות בקובץ דורשות תיקון. שום דבר לא נשמר.
       *[other] { $n } שורות בקובץ דורשות תיקון. שום דבר לא נשמר.
    }
import-right =
    { $n ->
        [one] מועמדות אחת, אין שגיאות.
        [two] שתי מועמדויות, אין שגיאות.
       *[other] { $n } מועמדויות, אין שגיאות.
    }
import-submit = הוספת כולם
import-problem-size = הקובץ גדול מ־128 KB. יש לפצל אותו.
import-problem-rows = בקובץ יותר מ־1,000 מועמדויות. יש לפצל אותו.
import-problem-encoding = הקובץ אינו ב־UTF-8. יש לשמור אותו בפורמט ״CSV UTF-8״ ולבחור אותו שוב.
import-problem-empty = אין בקובץ אף מועמדות.
import-problem-header = אין בשורה הראשונה עמודה ״שם״.
import-row-name = השם חסר, ארוך מדי, או מכיל תווים שאינם אפשריים בשם.
import-row-email = זו אינה כתובת דוא״ל.
import-row-language = השפה אינה en,‏ ru או he.
import-row-columns = יש יותר תאים מעמודות.
import-row-twice = הכתובת הזאת כבר מופיעה בקובץ.
import-row-known = כבר קיימת מועמדות עם הכתובת הזאת.

## Forgetting, holds and retention
forget-title = מחיקה לצמיתות
forget-goes = השם, הדוא״ל, ההערות, הדגלים האדומים, הסיכומים והמדידות מהראיונות נעלמים מיד: המפתח שלהם מושמד.
forget-stays = הציונים נשארים ללא שם, כדי שהצוות יוכל להמשיך לכייל את הסולם.
forget-links = קישורי ההצטרפות מפסיקים לפעול, וחדרים פתוחים נסגרים.
forget-backups = בגיבויים שנוצרו קודם הנתונים יישארו עד למחיקת הגיבויים. בשחזור בפקודה hopwise restore הם יימחקו שוב.
forget-type = לאישור יש להקליד את השם:
forget-confirmation = אישור
forget-submit = מחיקת כל הנתונים
hold-title = צו שמירה
hold-text = כל עוד הצו בתוקף אי אפשר למחוק את הנתונים, לא ידנית ולא לפי תקופת השמירה.
hold-reason = סיבה
hold-reason-hint = מועמדים רשאים לקרוא זאת.
hold-submit = הטלת צו שמירה
hold-lift = הסרת הצו
retention-title = תקופות שמירה
retention-text = בתום התקופות האלה הנתונים על המועמדים נמחקים: כל המידע האישי נעלם, והציונים נשארים ללא שם. אם היו כמה סבבים, קובעת התקופה הארוכה מביניהן.
retention-rules = כללים, בחודשים
retention-empty = שדה ריק פירושו שמירה ללא הגבלה. כשאין החלטה, התקופה נספרת מהאירוע האחרון.
retention-days = הודעה מראש, בימים
retention-days-hint = במשך הימים האלה דף המועמדות מודיע על המחיקה הקרבה, ועדיין אפשר להטיל צו שמירה.
retention-save = שמירת הכללים
retention-due = תקופת השמירה תמה
retention-nobody = אין כאלה.
retention-since = מאז
retention-what = הצעד הבא
retention-notice = הודעה בהרצה הבאה
retention-waiting = מחיקה החל ב־{ $date }
retention-forget = מחיקה בהרצה הבאה
retention-held = נשמר בשל צו שמירה
retention-run-text = הרצה נותנת הודעה, ומוחקת את מי שתקופת ההודעה שלהם תמה. כדאי להריץ מדי יום בשורת הפקודה:
retention-run = הרצה עכשיו

## Copy for the candidate
copy-title = מה שמור אצלנו עליכם
copy-text = כאן נמצא כל מה ששמור על המועמדות: מה שהוזן, הראיונות, מה שנשאל, ומה שנכתב והוערך.
copy-nothing = אין
copy-no-loops = עדיין לא היו ראיונות.
copy-withheld = ההערות, הציונים והסיכומים של הסבב יופיעו אחרי שכולם יגישו: כל אחד ואחת מעריכים בלי לדעת מה העריכו האחרים.
copy-interviewer = בהנחיית
copy-started = התחלה
copy-finished = סיום
copy-link = קישור הצטרפות
copy-opened =
    { $n ->
        [one] נפתח פעם אחת
        [two] נפתח פעמיים
       *[other] נפתח { $n } פעמים
    }
copy-download = הורדה כ־JSON
copy-back = חזרה לדף המועמדות

## Room (an island: no arguments)
room-skip = דילוג לשאלה
room-no-script = החדר דורש JavaScript: בזכותו העבודה נמשכת גם כשהחיבור נופל. את הציונים וההערות אפשר לקרוא כאן:
room-saved = הכול נשמר
room-saving = שומרים
room-offline = אין חיבור, נשמר כאן
room-signed-out = תוקף הכניסה פג, נשמר כאן
room-outdated = גרסת Hopwise התעדכנה: יש לרענן את הדף, הכול נשמר
room-sign-in = כניסה בלשונית חדשה
room-start = הפעלת השעון
room-pause = השהיה
room-resume = המשך
room-finish = סיום
room-elapsed = חלפו
room-left = נותרו
room-projected = סיום צפוי
room-scorecard = טופס הערכה
room-plan = תוכנית
room-ruler = התוכנית מול השעון, בדקות
room-opening = פתיחה
room-close-part = סיום
room-flagged = דגל אדום
room-glance = במבט אחד
room-follow-ups = שאלות המשך
room-score = ציון לפי עוגנים
room-expected = מצופה כאן:
room-not-assessed = לא נבדק
room-note = הערה
room-note-read = מועמדים רשאים לקרוא זאת
room-flags = דגלים אדומים
room-answer = תשובה חזקה
room-practice = תרגול
room-traps = מלכודות
room-watch = התצוגה למועמדים והראיות
room-screen = מוצג עכשיו למועמדים
room-screen-empty = עדיין כלום.
room-reveal = הצגת השאלה
room-conceal = הסתרה
room-exhibits = הצגה לצד השאלה
room-exhibit-defects = מה לא תקין בו
room-show-run = הצגה
room-link = קישור הצטרפות
room-link-once = מוצג רק עכשיו; תקף ליממה.
room-failed = השרת לא ביצע את הפעולה. אפשר לנסות שוב.
room-probe = מדידה
room-probing = מודדים
room-evidence = ראיות
room-evidence-note = המדידות המסומנות מצורפות לציון של השאלה הזאת.
room-keys = מקשים
room-keys-note = המקשים נקבעים לפי מקומם במקלדת, ולכן פועלים בכל שפה. בזמן הקלדה הם כבויים; בלחיצה על Escape יוצאים מההערה.
room-close = סגירה
room-key-score = ציון
room-key-none = לא נבדק
room-key-note = הערה
room-key-flag = דגלים אדומים
room-key-reveal = הצגה או הסתרה
room-key-next = הבאה
room-key-previous = הקודמת
room-key-clock = שעון
room-key-help = כל המקשים
refused-already-started = השעון כבר פועל.
refused-not-running = השעון לא פועל.
refused-not-paused = השעון לא מושהה.
refused-unknown-question = אין שאלה כזאת בתוכנית.
refused-unknown-run = המדידה הזאת לא שייכת לראיון.
refused-unknown-exhibit = אין לשאלה הזאת קובץ כזה.
refused-submitted = טופס ההערכה שלכם הוגש, ואי אפשר עוד לשנות אותו.
refused-text = הטקסט ריק או ארוך מדי.
refused-from-the-future = השעון במחשב הזה ממהר מאוד. יש לכוון אותו ולנסות שוב.
refused-forgotten = הנתונים על המועמדות נמחקו. שום דבר נוסף לא נשמר, גם לא בדפדפן הזה.

## Probe runs
phase-resolve = תרגום השם
phase-connect = התחברות
phase-tls = TLS
phase-send = שליחה
phase-processing = המתנה לתשובה
phase-wait = המתנה לתשובה
phase-transfer = העברה
phase-guard = נחסם מטעמי אבטחה
phase-deadline = חריגה ממגבלת הזמן
phase-internal = תקלה במדידה עצמה
fall-caption = שלבי הבקשה במילישניות
fall-phase = שלב
fall-axis = זמן
fall-ms = ms
fall-since = מההתחלה
fall-total = סך הכול
run-title = מדידה
run-back = חזרה לחדר
run-repro = פקודה לשחזור המדידה
run-json = התוצאה המלאה ב־JSON

## Candidate's screen (an island: no arguments)
join-title = ראיון
join-live = מחוברים
join-connecting = מתחברים
join-left = נותרו
join-wait-title = הגעתם למקום הנכון
join-wait = כאן תוצג השאלה. מהמכשיר שלכם נשמר רק מה שתכתבו בטיוטה המשותפת.
join-question = שאלה
join-output = תוצאת המדידה

pad-title = טיוטה משותפת
pad-help-candidate = כאן כותבים ביחד, אתם והמראיינים. מה שנכתב נשמר עם הראיון.
pad-help-room = מה שתכתבו כאן מוצג למועמדים, ומה שהם כותבים מוצג לכם. הכול נשמר עם הראיון.
pad-help-observer = כאן כותבים המועמדים והמראיינים. אתם צופים.
pad-no-script = הטיוטה המשותפת דורשת JavaScript.
pad-saved = הכול נשמר
pad-saving = שומרים
pad-offline = אין חיבור, נשמר כאן
pad-away = תוקף הכניסה פג, נשמר כאן
pad-full = לא נשמר: הטקסט ארוך מדי
pad-closed = הקישור כבר לא בתוקף: שום דבר נוסף לא נשמר

## Scorecard
scorecard-title = טופס הערכה
scorecard-rater = הערכה מאת
scorecard-interview = ראיון
scorecard-frozen = הוגש
scorecard-not-yet = עדיין לא
scorecard-overall = הערכה כוללת
scorecard-four = ארבע דרגות, בלי אמצע
scorecard-submit-title = הגשת טופס ההערכה
scorecard-summary = נימוק
scorecard-summary-hint = מועמדים רשאים לקרוא את זה. כתבו מה ראיתם ושמעתם, לא מה הרגשתם.
scorecard-submit = הגשה סופית
scorecard-freeze = אחרי ההגשה אי אפשר לשנות את הציונים, את ההערות ואת הטקסט הזה.
scorecard-dimensions = ממדים
scorecard-scale = סולם מ־1 עד 5
scorecard-composite = ציון משוקלל
scorecard-insufficient = אין די נתונים
scorecard-composite-point = Σ משקל × ממוצע השאלות שקיבלו ציון בכל ממד.
scorecard-composite-range = כשבממד פחות משתי שאלות קיבלו ציון, אין בו די נתונים: הממוצע שלו יכול להיות כל ערך מ־1 עד 5, ולכן הציון המשוקלל הוא טווח.
scorecard-composite-none = אין אף ממד שבו לפחות שתי שאלות קיבלו ציון, ולכן אין ציון משוקלל.
scorecard-rated = { $n } מתוך { $of }
scorecard-radar = ממוצעים לפי ממד בסולם עד 5; אותם מספרים נמצאים בטבלה שלצידו
scorecard-items = שאלות
scorecard-items-note = הציון, העוגן שמאחוריו ומה שנצפה
scorecard-observed = עוגן וראיות
scorecard-score-of = { $n } מתוך 5
scorecard-not-assessed = לא נבדק
scorecard-no-score = עדיין אין ציון
scorecard-run = מדידה
scorecard-copy = מועמדים רשאים לבקש עותק.
scorecard-date = תאריך
scorecard-to-room = חזרה לחדר

## Labs
lab-connection-pool-title = מאגר חיבורים
lab-connection-pool-what = מי מקבל שירות, מי ממתין ומי מוותר כשמגיעות יותר בקשות מחיבורים, ואם כל המאגרים יחד עדיין נכנסים במגבלה של מסד הנתונים.
lab-question = השאלה שהמעבדה שייכת לה
lab-no-script = המעבדה רצה בדפדפן ודורשת JavaScript.
pool-lab-pool = המאגר
pool-lab-load = העומס
pool-lab-outcome = מה קורה לעומס
pool-lab-size = חיבורים קבועים
pool-lab-overflow = מעבר להם (overflow)
pool-lab-patience = פסק זמן להמתנה, ms
pool-lab-pods = כמה pods עם מאגר כזה
pool-lab-requests = בקשות
pool-lab-window = מגיעות בתוך, ms
pool-lab-hold = מחזיקות חיבור במשך, ms
pool-lab-served = קיבלו שירות
pool-lab-gave-up = ויתרו על ההמתנה
pool-lab-in-use = בשימוש בו־זמנית, לכל היותר
pool-lab-wait = ההמתנה הארוכה ביותר, ms
pool-lab-budget = מבוקש בכל ה־pods / מותר במסד הנתונים
pool-lab-chart = ההמתנה של כל בקשה שקיבלה שירות, לפי סדר ההגעה; הארוכה ביותר מופיעה בטבלה למעלה
pool-lab-note = הבקשות מגיעות בקצב אחיד ומטופלות לפי סדר ההגעה. מסד הנתונים מקבל 100 חיבורים ומשריין 3 מהם למנהליו, כברירת המחדל של PostgreSQL.

# Accounts and audit
nav-people = אנשים
nav-account = החשבון שלי
role-administrator = ניהול מערכת
role-lead = הובלת סבבים
role-interviewer = ראיון מועמדים
role-observer = צפייה בלבד
role-administrator-what = חשבונות, יומן ביקורת, הגדרות
role-lead-what = רישום מועמדים, פתיחת סבבים, צפייה בראיונות של הסבבים שלהם
role-interviewer-what = קיום ראיונות ומתן ציונים
role-observer-what = נוכחות שקטה בראיון
invalid-password-weak = את הסיסמה הזאת מנחשים מהר. עדיף כמה מילים שאין ביניהן קשר, ולא השם שלכם.
invalid-roles = יש לסמן תפקיד אחד לפחות.
invalid-last-administrator = הרשאת ניהול המערכת חייבת להישאר אצל מישהו. קודם יש לתת אותה למישהו אחר.
people-title = אנשים
people-audit = יומן ביקורת
people-invite = הזמנה
people-invite-text = יתקבל קישור להעברה. מי שפותח אותו ממלא שם, כתובת וסיסמה.
people-invite-submit = יצירת קישור
people-everybody = כל מי שיש להם חשבון
people-roles = תפקידים
people-roles-submit = שמירת תפקידים
people-off = מושבת
people-reset = קישור לסיסמה חדשה
people-switch-off = השבתה
people-switch-on = הפעלה
people-link-title = הקישור
people-link-invitation = יש להעתיק את הקישור ולהעביר אותו. דרכו פותחים חשבון.
people-link-reset = יש להעתיק את הקישור ולהעביר לבעלי החשבון. דרכו נקבעת סיסמה חדשה, וכל הכניסות מתנתקות.
people-link-once = הוא פועל פעם אחת ולא יוצג שוב. תוקפו עד
people-link-back = חזרה לרשימה
welcome-title = ברוכים הבאים
welcome-text = קיבלתם הזמנה. נשאר לבחור איך נכנסים.
welcome-submit = פתיחת חשבון
welcome-reset-title = סיסמה חדשה
welcome-reset-text = יש לבחור סיסמה חדשה. בכל שאר המכשירים תנותקו מהחשבון.
welcome-reset-submit = קביעת הסיסמה
welcome-closed-title = הקישור כבר לא פועל
welcome-closed = ייתכן שכבר נוצל, שפג תוקפו או שהועתק חלקית. אפשר לבקש קישור חדש ממנהלי המערכת.
account-title = החשבון שלי
account-profile = שם ושפה
account-save = שמירה
account-password = סיסמה
account-current = הסיסמה הנוכחית
account-new = סיסמה חדשה
account-change = החלפת סיסמה
account-devices = היכן אתם מחוברים
account-here = המכשיר הזה
account-used = שימוש אחרון
account-end = ניתוק
account-everywhere = יציאה מכל המכשירים
audit-title = יומן ביקורת
audit-text = שורות רק מתווספות, וכל אחת מכילה גיבוב של קודמתה. הפקודה hopwise audit verify מוצאת שורה ששונתה, שנמחקה או שמקומה הוחלף.
audit-empty = אין שורות שמתאימות לסינון.
audit-when = מתי
audit-who = מי
audit-what = מה
audit-subject = על מה
audit-nobody = ללא כניסה
audit-all = הכול
audit-filter = סינון
audit-older = ישנות יותר
audit-export = ייצוא ל־CSV
audit-sign-in = כניסה
audit-sign-in-refused = כניסה נדחתה
audit-sign-out = יציאה
audit-set-up = הקמה
audit-invited = נוצרה הזמנה
audit-joined = נפתח חשבון
audit-roles-changed = התפקידים שונו
audit-disabled = החשבון הושבת
audit-enabled = החשבון הופעל
audit-reset-made = נוצר קישור לאיפוס
audit-password-changed = הסיסמה הוחלפה
audit-sessions-ended = כניסות נותקו
audit-link-made = נוצר קישור הצטרפות
audit-link-opened-again = קישור ההצטרפות נפתח שוב
audit-link-revoked = קישור ההצטרפות בוטל
audit-reveal = שאלה הוצגה
audit-submit = טופס ההערכה הוגש
audit-export-done = נתונים יוצאו
audit-deletion = נמחק
audit-break-glass = נפתח לפני הזמן
audit-refused = נדחה
links-title = קישורי הצטרפות
links-opened = נפתח
links-again = נפתח יותר מפעם אחת
links-until = עד
links-revoked = בוטל
links-revoke = ביטול
## Reference, tracks, coverage
reference-none = במאגר הזה אין דפי מדריך.
reference-entries = בדף הזה
reference-goes-with = ראו גם
reference-probe-http = מדידת HTTP
doc-body = טקסט
doc-what = מה לא תקין
doc-symptom = איך זה נראה
doc-fix = התיקון
doc-answers = על מה זה עונה
doc-lies-when = מתי זה מטעה
doc-output = פלט עם הסברים
doc-says = מה זה אומר
doc-measured = איך מודדים
doc-causes = סיבות
doc-fixes = מה עוזר
doc-not-a-fix = מה לא עוזר
doc-what-for = לשם מה
doc-mind = למה לשים לב
doc-aim = במה משקיעים את הזמן
doc-expected = מה מצפים
doc-not-required = מה לא נדרש
doc-red-flags = דגלים אדומים
doc-settled = מה הוחלט
doc-why = למה
tracks-minutes = דקות לפי רמה
tracks-opening = פתיחה
tracks-close = סיום
tracks-advice = עצות למראיינים
tracks-conflicts = מחלוקות שהוכרעו
coverage-title = כיסוי
coverage-lead = כמה שאלות אפשר לשאול בכל רמה, לפי תחום וממד; אפס הוא פער. בעמודות האחרונות: כמה טקסטים מעודכנים בכל שפה.
coverage-all = הכול
coverage-stale = תרגומים שהתיישנו
coverage-stale-count =
    { $n ->
        [one] אחד התיישן
        [two] שניים התיישנו
       *[other] { $n } התיישנו
    }
coverage-fresh = כל התרגומים תואמים את הטקסט באנגלית.

settings-title = הגדרות
settings-company = החברה
settings-name = שם החברה
settings-name-hint = המועמדים רואים אותו בדף שלהם ובעותק שהם רשאים לבקש.
settings-language = שפה למי שלא בחרו שפה
settings-quiet = שעות שקטות
settings-quiet-text = בשעות ובימים האלה לא נשלחת לאיש תזכורת על טופס הערכה.
settings-from = משעה
settings-to = עד שעה
settings-weekend = סוף שבוע
settings-zone = אזור זמן
settings-zone-hint = שם ממאגר IANA, למשל Asia/Jerusalem או Europe/Berlin.
settings-save = שמירת ההגדרות
settings-weights = משקלים
settings-weights-text = משקלו של כל ממד בציון המשוקלל, לפי רמה. ריאיון נשאר עם הגרסה שלפיה תוכנן.
settings-weights-new = שינוי המשקלים של רמה
settings-theory = תאוריה, %
settings-practice = פרקטיקה, %
settings-architecture = ארכיטקטורה, %
settings-reason = נימוק
settings-reason-hint = נשמר עם הגרסה, למי שישאלו בעתיד.
settings-weights-save = שמירת גרסה חדשה
settings-version = גרסה
settings-change = { $level }, גרסה { $n }
settings-changes = מה השתנה ולמה
settings-bank = מאגר השאלות
settings-questions = { $n ->
    [one] שאלה אחת נטענה בהפעלה.
    [two] שתי שאלות נטענו בהפעלה.
   *[other] { $n } שאלות נטענו בהפעלה.
}
settings-folder = את התיקייה שממנה הוא נקרא קובע מפעיל השרת במשתנה
settings-own-folder = השאלות שלכם נמצאות בתיקייה נפרדת, שנקבעת במשתנה
weekend-saturday-sunday = שבת וראשון
weekend-friday-saturday = שישי ושבת
scorecard-weights = משקלים: גרסה { $n }.
audit-imported = ייבוא מועמדים
audit-held = הוטל צו שמירה
audit-released = הוסר צו שמירה
audit-retention-changed = שונו תקופות השמירה
audit-settings-changed = שונו ההגדרות
audit-weights-changed = שונו המשקלים
invalid-company = לכל היותר 80 תווים, בשורה אחת.
invalid-hour = יש להזין שעה שלמה בין 0 ל־23.
invalid-zone = אין אזור זמן כזה. כותבים אותו כמו Asia/Jerusalem.
invalid-weights = יש להזין שלושה מספרים שלמים גדולים מ־0 שסכומם 100.
invalid-why = יש לכתוב נימוק של עד 500 תווים.
home-owed = טופסי הערכה שממתינים לכם
home-owed-text = הרושם מריאיון מתפוגג תוך שעות. כדאי להתחיל באלה.
home-owed-hour = לפני יותר משעה
home-owed-day = לפני יותר מיממה
people-search = חיפוש אנשים
people-count =
    { $n ->
        [one] חשבון אחד
        [two] שני חשבונות
       *[other] { $n } חשבונות
    }
people-more = עוד { $n } אינם מוצגים: אפשר לחפש לפי שם או כתובת.

seats-title = מי משתתפים בריאיונות
seats-leads = בהובלה
seat-rater = הערכה
seat-observer = צפייה
seats-seat = מקום בריאיון
seats-give = הוספת משתתפים
seats-take = הסרה
seats-hand-over = העברת ההובלה
invalid-seat = אין מי שיכולים לקבל את המקום הזה בכתובת הזאת. להערכה דרוש תפקיד של מראיינים; איש אינו יושב בריאיון על עצמו, ומי שכבר סימנו משהו אינם הופכים לצופים.
audit-seats-changed = שונה הרכב הריאיון
room-people = בריאיון
room-leads = בהובלה
room-rater = הערכה
room-observer = צפייה
room-here = בחדר
room-observing = זו צפייה בלבד: הסימונים כאן גלויים רק לך ואינם משפיעים על דבר.
refused-observing = צופים רק מסתכלים; את זה עושים המעריכים.
refused-stale = ההערה הזאת השתנתה בלשונית אחרת או במכשיר אחר; שני הנוסחים מוצגים.
room-unkept = לא נשמר בדפדפן: האחסון מלא. אין לסגור את הדף.
room-clash = בינתיים ההערה הזאת השתנתה בלשונית אחרת או במכשיר אחר:
room-clash-mine = להשאיר את שלי
room-clash-other = לקחת את האחר
room-clash-both = להשאיר את שניהם
replay-title = מהלך הראיון
replay-text = הראיון צעד אחר צעד, מתוך היומן שלו. מוצג מה שכל מי שהיו בחדר יכלו לראות; מהציונים וההערות – רק שלכם.
replay-empty = עדיין לא קרה דבר בראיון הזה.
replay-step = צעד
replay-show = הצגה
replay-previous = הקודם
replay-next = הבא
replay-before = לפני הצעד הראשון מתוך { $of }
replay-after = צעד { $n } מתוך { $of }, { $time }: { $what }
replay-log = מה קרה
replay-log-note = לפי שעון הראיון; כשהשעון עמד – גם תאריך
replay-then = בצעד הזה
replay-clock = שעון
replay-clock-waits = לא הופעל
replay-clock-runs = פועל
replay-clock-paused = מושהה
replay-clock-ended = נעצר
replay-table = השאלה הנדונה
replay-screen = מה הוצג למועמדים
replay-screen-empty = כלום.
replay-own = הציונים וההערות שלכם עד כאן
replay-own-none = אין.
replay-notes = הערות ודגלים אדומים
replay-start = השעון הופעל
replay-pause = השעון הושהה
replay-resume = השעון פועל שוב
replay-finish = הראיון הסתיים
replay-move = מעבר לשאלה: { $question }
replay-reveal = השאלה הוצגה: { $question }
replay-conceal = המסך של המועמדים נוקה
replay-exhibit = קובץ הוצג למועמדים: { $question }
replay-exhibit-off = הקובץ הוסתר: { $question }
replay-output = תוצאת המדידה הוצגה למועמדים
replay-output-off = תוצאת המדידה הוסתרה
replay-score = ציון { $n }: { $question }
replay-score-none = לא נבדק: { $question }
replay-note = הערה: { $question }
replay-flag = דגל אדום: { $question }
replay-flag-off = דגל אדום בוטל: { $question }
replay-follow-up = נשאלה שאלת המשך { $n }: { $question }
replay-follow-up-off = בוטל הסימון של שאלת המשך { $n }: { $question }
replay-probe = מדידה, { $ms } ms
replay-probe-failed = המדידה נכשלה: { $phase }
replay-evidence = מדידה צורפה כראיה: { $question }
replay-evidence-off = מדידה הוסרה מהראיות: { $question }
replay-submit = טופס ההערכה הוגש: { $overall }
ledger-title = השוואה לתוכנית
ledger-note = מה תוכנן ומה נשאל
ledger-pauses = הפסקות
ledger-no-pause = לא היו
ledger-pause = ב־{ $at }, למשך { $time }
ledger-pause-open = ב־{ $at }, עדיין נמשכת
ledger-waiting = השעון לא הופעל, ולכן אין נתוני זמן.
ledger-open = השעון לא נעצר: הזמן נספר עד הצעד האחרון.
ledger-asked = תחילה
ledger-shown = הוצגה
ledger-spent = נמשכה
ledger-planned = בתוכנית
ledger-follow-ups = שאלות המשך ורמזים
ledger-follow-up = מס׳ { $n } ב־{ $at }
ledger-hint = רמז ב־{ $at }
ledger-exhibit = קובץ ב־{ $at }
ledger-output = תוצאת מדידה ב־{ $at }
ledger-differs = מול התוכנית
ledger-total = כל הראיון
ledger-not-asked = לא נשאלה
ledger-not-yet = עדיין לא נשאלה
ledger-order = שלא לפי הסדר: בתוכנית מס׳ { $n }
ledger-over = { $time } יותר מהמתוכנן
ledger-under = { $time } פחות מהמתוכנן
ledger-as-planned = לפי התוכנית
ledger-how = שאלה נחשבת כזו שנשאלה אם הוצגה, אם נשאלה שאלת המשך שלה, או אחרי חצי דקה רצופה של דיון בה. השאלה הראשונה כוללת גם את הפתיחה והאחרונה גם את הסיום; זה נלקח בחשבון. הפרש של פחות מדקה אינו נספר.
loop-edit-plan = שינוי התוכנית
plan-title = תוכנית הריאיון
plan-core = שאלות
plan-rebuild = בחירה מחדש של כל מה שלא נעוץ
plan-of = { $planned } מתוך { $core } דק׳
plan-minutes =
    { $n ->
        [one] דקה אחת
        [two] { $n } דק׳
       *[other] { $n } דק׳
    }
plan-over =
    { $n ->
        [one] חריגה של דקה אחת
        [two] חריגה של שתי דקות
       *[other] חריגה של { $n } דקות
    }
plan-short =
    { $n ->
        [one] נותרה דקה פנויה
        [two] נותרו שתי דקות פנויות
       *[other] נותרו { $n } דקות פנויות
    }
plan-short-bank =
    { $n ->
        [one] נותרה דקה פנויה: אין במאגר עוד שאלה קצרה כל כך
        [two] נותרו שתי דקות פנויות: אין במאגר עוד שאלה קצרה כל כך
       *[other] נותרו { $n } דקות פנויות: אין במאגר עוד שאלה קצרה כל כך
    }
plan-too-few = פחות משתי שאלות: הציון המשוקלל יהיה טווח
plan-up = העברה למעלה: { $title }
plan-down = העברה למטה: { $title }
plan-pin = נעיצה: { $title }
plan-remove = הסרה: { $title }
plan-swap = החלפה: { $title }
plan-swap-do = החלפה
plan-add = הוספת שאלה
plan-add-do = הוספה
plan-terms = תנאים
plan-recount = חישוב מחדש
plan-longer =
    { $n ->
        [one] עם תוספת הזמן: דקה אחת.
        [two] עם תוספת הזמן: שתי דקות.
       *[other] עם תוספת הזמן: { $n } דקות.
    }
plan-empty = עדיין אין שאלות בתוכנית.
plan-dropped-unknown = לא נכנסה, כי אין שאלה כזאת לראיונות במאגר: { $title }
plan-dropped-level = לא נכנסה, כי היא אינה לרמה הזאת: { $title }
plan-dropped-asked = לא נכנסה, כי כבר נשאלה בריאיון קודם: { $title }
plan-dropped-twice = כבר נמצאת בתוכנית: { $title }
plan-dropped-full = לא נכנסה, כי התוכנית ארוכה ככל שאפשר: { $title }
plan-dropped-strange =
    { $n ->
        [one] רשומה אחת בכתובת אינה שאלה.
        [two] שתי רשומות בכתובת אינן שאלות.
       *[other] { $n } רשומות בכתובת אינן שאלות.
    }
plan-templates = תבניות
plan-templates-text = מועמדים שיושוו זה לזה נשאלים אותן שאלות. התבנית זמינה לכל החברה.
plan-template-now = נבחרה
plan-template-questions =
    { $n ->
        [one] שאלה אחת
        [two] שתי שאלות
       *[other] { $n } שאלות
    }
plan-template-delete = מחיקה
plan-template-name = שם לתבנית חדשה
plan-template-hint = התבנית שומרת את השאלות שלמעלה לפי סדרן.
plan-template-save = שמירה כתבנית
plan-template-gone = התבנית הזאת אינה קיימת עוד.
plan-same-core =
    { $n ->
        [0] עדיין לא היה ריאיון לפי התבנית הזאת עם השאלות האלה.
        [one] ריאיון קודם אחד לפי התבנית הזאת כלל אותן שאלות.
        [two] שני ראיונות קודמים לפי התבנית הזאת כללו אותן שאלות.
       *[other] { $n } ראיונות קודמים לפי התבנית הזאת כללו אותן שאלות.
    }
extra-label = תוספת זמן
extra-none = ללא
extra-quarter = 25% נוספים
extra-half = 50% נוספים
extra-hint = כל הדקות המתוכננות מתארכות; הציפיות מהתשובות נשארות כשהיו.
room-spoken = שפה
room-extra-quarter = תוספת זמן של 25%
room-extra-half = תוספת זמן של 50%
invalid-plan = התוכנית כבר לא מתאימה: אחת השאלות נעלמה מהמאגר, מיועדת לרמה אחרת או כבר נשאלה. יש לעבור עליה שוב.
invalid-template-name = יש להזין שם באורך של עד 60 תווים.
## מהלך הריאיון: רמזים, הזמן שנותר, פקודות, כניסה מחדש, ציר הזמן
room-hints = רמזים שניתנו
room-hint-words = הרמז בכמה מילים; מועמדים רשאים לקרוא זאת
room-give-hint = ניתן רמז
room-take-back = ביטול הרמז
room-whole = הריאיון כולו
room-left-of = נותר
room-five-left = נותרו 5 דקות
room-two-left = נותרו 2 דקות
room-none-left = הזמן תם
room-commands = פקודות
room-again = כניסה
room-somebody-else = נכנסו כאן בשם אחר, נשמר כאן
room-key-hint = ניתן רמז
room-key-scorecard = טופס הערכה
room-timeline = ציר הזמן
room-timeline-empty = עדיין לא קרה דבר.
room-log-started = השעון הופעל
room-log-paused = הפסקה
room-log-resumed = המשך
room-log-finished = סיום
room-log-shown = השאלה הוצגה
room-log-exhibit = הקובץ הוצג
room-log-output = תוצאת המדידה הוצגה
room-log-follow-up = שאלת המשך
room-log-hint = רמז
room-log-score = ציון
palette-find = חיפוש פקודה
palette-nothing = אין פקודה כזאת.
palette-keys-on = מקשים בודדים פועלים
again-title = כניסה מחדש
again-signed-out = תוקף הכניסה פג. אפשר להמשיך לעבוד: הכול נשמר בדפדפן הזה ויישלח מיד אחרי הכניסה.
again-somebody-else = נכנסו כאן בשם אחר, או שכבר אין לך הרשאה לכתוב בריאיון הזה. שום דבר לא נשלח. העבודה כאן שייכת ל־{ $name }, והיא תישלח אחרי כניסה בשם הזה.
again-later = אחר כך
replay-hint = ניתן רמז: { $question }
replay-hint-off = הרמז בוטל: { $question }
