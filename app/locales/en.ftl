### Everything that Hopwise says, in English. Keys are grouped by the place that shows them; the other languages keep
### the same keys and arguments. Product names, units and addresses stay as they are.

## Frame
frame-skip = Skip to content
frame-nav = Main
frame-languages = Language
frame-theme = Light or dark
nav-home = Today
nav-questions = Bank
nav-reference = Reference
nav-labs = Labs
nav-candidates = Candidates
nav-sign-in = Sign in
nav-sign-out = Sign out
print = Print
copy = Copy
copied = Copied
percent = { $n } %

## Words of the product
level-junior = Junior
level-middle = Middle
level-senior = Senior
level-lead = Lead
expected-junior = expected of a junior
expected-middle = expected of a middle
expected-senior = expected of a senior
expected-lead = expected of a lead
dimension-theory = Theory
dimension-practice = Practice
dimension-architecture = Architecture
block-foundations = Foundations
block-http = HTTP
block-security = Security
block-performance = Performance
block-debugging = Debugging
block-architecture = Architecture
block-modern-infra = Modern infrastructure
pool-interview = For interviews only
pool-practice = For self-study only
pool-both = Interviews and self-study
overall-strong-no = Strong no
overall-no = No
overall-yes = Yes
overall-strong-yes = Strong yes

## Table heads and fields
col-candidate = Candidate
col-level = Level
col-levels = Levels
col-created = Created
col-next = Next
col-question = Question
col-dimension = Dimension
col-minutes = Minutes
col-expected = Expected
col-score = Score
col-weight = Weight
col-rated = Rated
col-mean = Mean
field-name = Name
field-name-hint = As you would say it. The candidate may read everything written about them.
field-email = Email
field-password = Password
field-password-hint = At least 15 characters. Several words are easier to keep than symbols.
field-language = Language
field-level = Level
invalid-name = Enter a name of up to 200 characters, without hidden characters and without letters of two alphabets in one word.
invalid-email = Enter an address like name@example.org.
invalid-password = Use between 15 and 256 characters.
invalid-no-match = Address and password do not match. Check both and try again.
invalid-taken = This is taken already. Choose another.
invalid-malformed = Something in the form could not be read. Reload the page and fill it in again.
invalid-summary = Write at least one sentence, up to 5,000 characters.
invalid-empty-plan = The bank has no question left for this level. Choose another level.
invalid-not-a-lab-target = Only the lab targets can be probed.
invalid-confirmation = Type the name exactly as it is written above.
invalid-held = A legal hold stands. Lift it first.
invalid-reason = Say why in up to 2,000 characters.
invalid-sheet = Something has changed since the preview. Choose the file again.
invalid-months = Enter 1 to 120 months, or leave it empty.
invalid-days = Enter 0 to 90 days.

## Problems
problem-not-found-title = Nothing here
problem-not-found-text = The address may be mistyped, or what was here is not yours to see.
problem-sign-in-title = Sign in first
problem-sign-in-text = This page is for people with an account.
problem-forbidden-title = Not for your role
problem-forbidden-text = Your account may not do this. Ask an administrator for the role if you need it.
problem-invalid-title = Please check the form
problem-invalid-text = One of the fields is not as it has to be.
problem-refused-title = The interview does not allow this
problem-refused-text = It may have been submitted already. Reload the page to see where it stands.
problem-forgotten-title = Forgotten
problem-forgotten-text = The candidate’s data was erased for good. Scores without a name are all that is left.
problem-too-many-title = Too many attempts
problem-too-many-text =
    { $n ->
        [one] Wait a minute, then try again.
       *[other] Wait { $n } minutes, then try again.
    }
problem-internal-title = Something broke on our side
problem-internal-text = Nothing was lost that you had saved. Try again; if it stays, tell the administrator this reference: { $reference }
problem-to-bank = Question bank
problem-to-home = First page

## Today
home-welcome = Interviews on solid ground
home-what = A question bank with observable anchors in three languages, a room for the interview and its clock, real measurements as evidence, and scorecards that say what they do not know.
home-to-bank = Browse the bank
home-today = Your interviews
home-interviews = Interviews
home-empty = No interview yet. Add a candidate, open a loop at a level, and the plan is made for you.
home-to-candidates = To the candidates
home-open = Open the room
home-resume = Back to the room
home-scorecard = Scorecard

## Bank
bank-title = Question bank
bank-filters = Filters
bank-block = Block
bank-apply = Apply
bank-clear = Clear all
bank-results = Questions
bank-search = Search questions
bank-search-hint = A word in any language, or a term such as TIME_WAIT
bank-go = Search
bank-count =
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }
bank-none = Nothing matches. Try fewer words or clear the filters.
bank-unit = min
bank-keys = Keys
bank-next = next
bank-previous = previous
bank-open = Open
bank-has = With
bank-cut = the { $n } best are shown
minutes-1-5 = Up to 5
minutes-6-7 = 6–7
minutes-8-30 = 8 and more
has-trap = Traps
has-exhibit = A file to find bugs in
has-probe = A probe
has-lab = A lab

## Question
question-place = Place and actions
question-crumbs = Path
question-neighbours = Neighbouring questions
question-position = { $n } of { $of } in this block
question-fresh = Up to date in EN, RU, HE
question-stale = The English text has changed since this translation
question-about = About this question
question-pool = Pool
question-checked = The date is when the source was last read.
part-prompt = Ask
part-glance = At a glance
part-listen = Listen for
part-answer = Strong answer
part-practice = Practice
part-anchors = Anchors
part-follow-ups = Follow-ups
part-red-flags = Red flags
part-traps = Traps
part-references = References
part-exhibits = Find the bugs
part-related = Related questions
trap-wrong = Wrong:
trap-right = Correct:
exhibit-defects = Defects and the fixed version
exhibit-lines = line { $lines }

## Accounts
sign-in-title = Sign in
sign-in-help = No account? An administrator of your company creates it.
setup-title = Set up Hopwise
setup-text = You are the first here. This account becomes the administrator; it can also lead loops and hold interviews.
setup-submit = Create the account
setup-closed = This link was used or has expired. Restart the server for a new one if nobody has an account yet, or create an account on the command line:

## Candidates and loops
candidates-empty = No candidate yet. The form below adds the first.
candidates-new = New candidate
candidates-create = Add the candidate
candidates-search = Find a candidate
candidates-search-hint = Part of a name or an address
candidates-archived = Archived
candidates-none = Nobody matches. Try fewer letters, or look in the other list.
candidates-count =
    { $n ->
        [one] { $n } candidate
       *[other] { $n } candidates
    }
candidates-more =
    { $n ->
        [one] { $n } more is not listed.
       *[other] { $n } more are not listed.
    }
candidates-import = Import from a file
candidate-email-hint = If it is known. The candidate may read this.
candidate-forgotten = Forgotten candidate
candidate-forgotten-text = Everything personal was erased. Loops and scores stay without a name.
candidate-archived-since = Archived since
candidate-held-since = Legal hold since
candidate-noticed-since = About to be forgotten; notice was given on
candidate-edit = Edit
candidate-save = Save
candidate-copy = Copy for the candidate
candidate-forget = Forget
candidate-archive-title = Archive
candidate-archive = Archive
candidate-unarchive = Take out of the archive
candidate-archive-text = An archived candidate is out of the list but stays whole and can be found.
candidate-archived-text = This candidate is archived and found only in the list of the archive.
candidate-loops = Loops
candidate-no-loops = No loop yet. A loop is one candidate for one level.
candidate-new-loop = New loop
candidate-create-loop = Open the loop
loop-new-interview = Next interview
loop-minutes = { $total } minutes: { $opening } opening, { $core } core, { $close } close
loop-plan = Plan
loop-short = { $dimension }: the bank leaves { $n } min free
loop-weights = Weights: theory { $theory } %, practice { $practice } %, architecture { $architecture } %
loop-no-plan = The bank has no question left for this level that the candidate was not asked before.
loop-language = Language of the interview
loop-create-interview = Open the room
outcome-title = How it ended
outcome-label = Outcome
outcome-hint = How long the candidate’s data is kept depends on it.
outcome-none = No decision yet
outcome-hired = Hired
outcome-rejected = Rejected
outcome-withdrawn = Withdrew
outcome-save = Save the outcome

## Import of candidates
import-title = Import candidates
import-choose = Choose a file
import-file = CSV file
import-hint = UTF-8, columns separated by commas or semicolons, up to 1,000 candidates and 128 KB. The first line names the columns: name, email, language. Other columns are left out. Nothing is saved before you have seen the preview.
import-preview = Preview
import-line = Line
import-error = What is wrong
import-wrong =
    { $n ->
        [one] { $n } line has to be put right in the file. Nothing was saved.
       *[other] { $n } lines have to be put right in the file. Nothing was saved.
    }
import-right =
    { $n ->
        [one] { $n } candidate, no errors.
       *[other] { $n } candidates, no errors.
    }
import-submit = Add them all
import-problem-size = The file is larger than 128 KB. Split it.
import-problem-rows = The file has more than 1,000 candidates. Split it.
import-problem-encoding = The file is not in UTF-8. Save it as “CSV UTF-8” and choose it again.
import-problem-empty = The file has no candidate in it.
import-problem-header = The first line has no column “name”.
import-row-name = The name is missing, too long, or has characters that a name cannot have.
import-row-email = This is no e-mail address.
import-row-language = The language is not en, ru or he.
import-row-columns = There are more cells than columns.
import-row-twice = This address is in the file already.
import-row-known = A candidate with this address is entered already.

## Forgetting, holds and retention
forget-title = Forget for good
forget-goes = Name, e-mail, notes, red flags, summaries and the probes of the interviews go at once: their key is destroyed.
forget-stays = Scores stay without a name, so that the panel can still compare its scales.
forget-links = Links for joining stop working, and whoever has a room open loses it.
forget-backups = Backups made before still hold the data until they are deleted. When one is put back with hopwise restore, the candidate is forgotten again.
forget-type = To confirm, type the name:
forget-confirmation = Confirmation
forget-submit = Forget this candidate
hold-title = Legal hold
hold-text = While a hold stands, nobody can forget this candidate, and retention passes over them.
hold-reason = Reason
hold-reason-hint = The candidate may read this.
hold-submit = Put under hold
hold-lift = Lift the hold
retention-title = Retention
retention-text = After these times candidates are forgotten: everything personal is erased, scores stay without a name. A candidate with several loops is kept as long as the longest of them asks.
retention-rules = Rules, in months
retention-empty = An empty field keeps candidates for ever. Without a decision, the time counts from the last thing that happened.
retention-days = Notice, in days
retention-days-hint = So long the candidate’s page says that they are about to be forgotten, and a hold can still be set.
retention-save = Save the rules
retention-due = Who is due today
retention-nobody = Nobody is due.
retention-since = Due since
retention-what = What comes next
retention-notice = notice at the next run
retention-waiting = forgotten from { $date } on
retention-forget = forgotten at the next run
retention-held = kept by a legal hold
retention-run-text = A run gives notice and forgets whose notice is over. Have it run every day on the command line:
retention-run = Run now

## Copy for the candidate
copy-title = What we keep about you
copy-text = This is everything that is kept about the candidate here: what was entered, the interviews, what was asked, and what was written and judged.
copy-nothing = none
copy-no-loops = No interviews yet.
copy-withheld = Notes, scores and summaries of this loop are left out until everybody on the panel has submitted: each of them judges without knowing the others.
copy-interviewer = Interviewer
copy-started = Began
copy-finished = Ended
copy-link = Link for joining
copy-opened =
    { $n ->
        [one] opened { $n } time
       *[other] opened { $n } times
    }
copy-download = Download as JSON
copy-back = Back to the candidate

## Room (an island: no arguments)
room-skip = Skip to the question
room-no-script = The room needs JavaScript: it keeps working when the connection drops. Scores and notes can be read here:
room-saved = Saved
room-saving = Saving
room-offline = Offline, kept here
room-signed-out = Signed out, kept here
room-outdated = Hopwise was updated: reload the page, your work is kept
room-sign-in = Sign in in a new tab
room-start = Start the clock
room-pause = Pause
room-resume = Resume
room-finish = End
room-elapsed = Elapsed
room-left = Left
room-projected = Projected end
room-scorecard = Scorecard
room-plan = Plan
room-ruler = Plan against the clock, in minutes
room-opening = Opening
room-close-part = Close
room-flagged = red flag
room-glance = At a glance
room-follow-ups = Follow-ups
room-score = Score by anchor
room-expected = expected here:
room-not-assessed = Not assessed
room-note = Note
room-note-read = the candidate may read this
room-flags = Red flags
room-answer = Strong answer
room-practice = Practice
room-traps = Traps
room-watch = Candidate and evidence
room-screen = Candidate sees now
room-screen-empty = Nothing yet.
room-reveal = Show this question
room-conceal = Hide it
room-exhibits = Show beside the question
room-exhibit-defects = what is wrong with it
room-show-run = Show
room-link = Link for the candidate
room-link-once = Shown only now; works for a day.
room-failed = The server did not do it. Try again.
room-probe = Probe
room-probing = measuring
room-evidence = Evidence
room-evidence-note = Ticked runs belong to the score of this question.
room-keys = Keys
room-keys-note = Keys go by their place on the keyboard, so they work in any layout. They rest while you type; Escape leaves the note.
room-close = Close
room-key-score = score
room-key-none = not assessed
room-key-note = note
room-key-flag = red flags
room-key-reveal = show or hide
room-key-next = next
room-key-previous = previous
room-key-clock = clock
room-key-help = all keys
refused-already-started = The clock was running already.
refused-not-running = The clock is not running.
refused-not-paused = The clock is not paused.
refused-unknown-question = The plan has no such question.
refused-unknown-run = This run does not belong to the interview.
refused-unknown-exhibit = The question has no such exhibit.
refused-submitted = Your scorecard is submitted; it can no longer be changed.
refused-text = That text is empty or too long.
refused-from-the-future = This computer’s clock is far ahead. Set it right and try again.
refused-forgotten = The candidate’s data was erased. Nothing more is kept about them, not even in this browser.

## Probe runs
phase-resolve = Resolve
phase-connect = Connect
phase-tls = TLS
phase-send = Send
phase-processing = Processing
phase-wait = Processing
phase-transfer = Transfer
phase-guard = Refused by the guard
phase-deadline = Deadline
phase-internal = Inside the probe
fall-caption = Phases of the request in milliseconds
fall-phase = Phase
fall-axis = Time
fall-ms = ms
fall-since = since start
fall-total = Total
run-title = Probe run
run-back = Back to the room
run-repro = Run this yourself
run-json = Whole result as JSON

## Candidate's screen (an island: no arguments)
join-title = Interview
join-live = Connected
join-connecting = Connecting
join-left = left
join-wait-title = You are in the right place
join-wait = The interviewer will show the question here. Of what happens on your device, only what you write in the scratchpad is kept.
join-question = Question
join-output = Probe result

pad-title = Scratchpad
pad-help-candidate = You and your interviewers write here together. What is written is kept with the interview.
pad-help-room = The candidate sees what you write here, and you see what they write. It is kept with the interview.
pad-help-observer = What the candidate and the interviewers write. You look on.
pad-no-script = The scratchpad needs JavaScript.
pad-saved = Saved
pad-saving = Saving
pad-offline = Offline, kept here
pad-away = Signed out, kept here
pad-full = Not saved: the text is too long
pad-closed = The link has ended: nothing more is saved

## Scorecard
scorecard-title = Scorecard
scorecard-rater = Rater
scorecard-interview = Interview
scorecard-frozen = Submitted
scorecard-not-yet = not yet
scorecard-overall = Overall
scorecard-four = four steps, no middle
scorecard-submit-title = Submit your scorecard
scorecard-summary = Why
scorecard-summary-hint = The candidate may read this. Say what you observed, not what you felt.
scorecard-submit = Submit for good
scorecard-freeze = Scores, notes and this summary can no longer be changed afterwards.
scorecard-dimensions = Dimensions
scorecard-scale = Scale from 1 to 5
scorecard-composite = Composite
scorecard-insufficient = insufficient
scorecard-composite-point = Σ weight × mean of the rated questions of each dimension.
scorecard-composite-range = A dimension with fewer than two rated questions is insufficient. It could still be anything from 1 to 5, so the composite is a range.
scorecard-composite-none = Fewer than two questions were rated in every dimension, so there is no composite.
scorecard-rated = { $n } of { $of }
scorecard-radar = Means by dimension on a scale to 5; the table beside it has the same numbers
scorecard-items = Questions
scorecard-items-note = score, the anchor it stands for, what was observed
scorecard-observed = Anchor and evidence
scorecard-score-of = { $n } of 5
scorecard-not-assessed = Not assessed
scorecard-no-score = No score yet
scorecard-run = run
scorecard-copy = The candidate may ask for a copy.
scorecard-date = Date
scorecard-to-room = Back to the room

## Labs
lab-connection-pool-title = Connection pool
lab-connection-pool-what = Who is served, who waits and who gives up when more requests come than there are connections, and whether all pools together still fit the database.
lab-question = The question it belongs to
lab-no-script = The lab runs in your browser and needs JavaScript.
pool-lab-pool = Pool
pool-lab-load = Load
pool-lab-outcome = What becomes of the load
pool-lab-size = Connections kept
pool-lab-overflow = Overflow
pool-lab-patience = Acquire timeout, ms
pool-lab-pods = Pods with such a pool
pool-lab-requests = Requests
pool-lab-window = Arriving within, ms
pool-lab-hold = Holding a connection for, ms
pool-lab-served = Served
pool-lab-gave-up = Gave up waiting
pool-lab-in-use = Most in use at once
pool-lab-wait = Longest wait, ms
pool-lab-budget = Wanted by all pods / accepted by the database
pool-lab-chart = Wait of each served request in order of arrival; the table above has the longest
pool-lab-note = Requests are evenly spread and served in order of arrival. The database accepts 100 connections and keeps 3 for administrators, PostgreSQL’s defaults.

# Accounts and audit
nav-people = People
nav-account = My account
role-administrator = Administrator
role-lead = Lead
role-interviewer = Interviewer
role-observer = Observer
role-administrator-what = accounts, audit, settings
role-lead-what = enters candidates, opens loops, sees the interviews of their own loops
role-interviewer-what = holds interviews and scores them
role-observer-what = watches in silence
invalid-password-weak = This password is guessed early. Use several unrelated words, and not your name.
invalid-roles = Tick at least one role.
invalid-last-administrator = Somebody has to stay an administrator. Make somebody else one first.
people-title = People
people-audit = Audit log
people-invite = Invite somebody
people-invite-text = You get a link to pass on. Whoever opens it enters name, address and password.
people-invite-submit = Make a link
people-everybody = Everybody with an account
people-roles = Roles
people-roles-submit = Save roles
people-off = switched off
people-reset = Link for a new password
people-switch-off = Switch off
people-switch-on = Switch on
people-link-title = The link
people-link-invitation = Copy this link and pass it on. Whoever opens it makes an account.
people-link-reset = Copy this link and pass it on to the owner of the account. It sets a new password and signs out everywhere.
people-link-once = It works once and is not shown again. It ends
people-link-back = Back to people
welcome-title = Welcome
welcome-text = You were invited. Choose how to sign in.
welcome-submit = Make my account
welcome-reset-title = A new password
welcome-reset-text = Choose a new password. You will be signed out everywhere else.
welcome-reset-submit = Set the password
welcome-closed-title = This link does not work any more
welcome-closed = It was used, has expired, or was cut off when it was copied. Ask an administrator for a new one.
account-title = My account
account-profile = Name and language
account-save = Save
account-password = Password
account-current = Present password
account-new = New password
account-change = Change the password
account-devices = Where you are signed in
account-here = this device
account-used = last used
account-end = Sign out
account-everywhere = Sign out everywhere
audit-title = Audit log
audit-text = Rows are only ever added, each with a hash over the one before. hopwise audit verify finds a changed, removed or reordered row.
audit-empty = Nothing fits this filter.
audit-when = When
audit-who = Who
audit-what = What
audit-subject = On what
audit-nobody = nobody signed in
audit-all = all
audit-filter = Filter
audit-older = Older
audit-export = Export as CSV
audit-sign-in = signed in
audit-sign-in-refused = sign-in refused
audit-sign-out = signed out
audit-set-up = set up
audit-invited = invitation made
audit-joined = account made
audit-roles-changed = roles changed
audit-disabled = account switched off
audit-enabled = account switched on
audit-reset-made = reset link made
audit-password-changed = password changed
audit-sessions-ended = signed out from elsewhere
audit-link-made = candidate link made
audit-link-opened-again = candidate link opened again
audit-link-revoked = candidate link taken back
audit-reveal = question shown
audit-submit = scorecard submitted
audit-export-done = data exported
audit-deletion = deleted
audit-break-glass = opened early
audit-refused = refused
links-title = Links for the candidate
links-opened = opened
links-again = opened more than once
links-until = until
links-revoked = taken back
links-revoke = Take back
## Reference, tracks, coverage
reference-none = This bank has no reference pages.
reference-entries = On this page
reference-goes-with = Goes with
reference-probe-http = HTTP probe
doc-body = Text
doc-what = What is wrong
doc-symptom = Symptom
doc-fix = Fix
doc-answers = What it answers
doc-lies-when = When it lies
doc-output = Output, annotated
doc-says = What it says
doc-measured = How it is measured
doc-causes = Causes
doc-fixes = What helps
doc-not-a-fix = What does not help
doc-what-for = What for
doc-mind = Keep in mind
doc-aim = What the time is for
doc-expected = Expected
doc-not-required = Not required
doc-red-flags = Red flags
doc-settled = How it is settled
doc-why = Why
tracks-minutes = Minutes by level
tracks-opening = Opening
tracks-close = Close
tracks-advice = Advice to interviewers
tracks-conflicts = Settled conflicts
coverage-title = Coverage
coverage-lead = How many questions each level can be asked, by block and dimension; a zero is a gap. The last columns say how many texts are up to date in each language.
coverage-all = All
coverage-stale = Stale translations
coverage-stale-count =
    { $n ->
        [one] { $n } stale
       *[other] { $n } stale
    }
coverage-fresh = Every translation matches its English text.

settings-title = Settings
settings-company = Company
settings-name = Company name
settings-name-hint = Candidates see it on their page and on the copy they may ask for.
settings-language = Language of whoever has not chosen one
settings-quiet = Quiet hours
settings-quiet-text = Within these hours and on these days nobody is reminded of a scorecard.
settings-from = From, hour
settings-to = Until, hour
settings-weekend = Weekend
settings-zone = Time zone
settings-zone-hint = A name of the IANA database, as in Europe/Berlin or Asia/Jerusalem.
settings-save = Save the settings
settings-weights = Weights
settings-weights-text = What each dimension counts in the composite, by level. An interview keeps the version it was planned with.
settings-weights-new = Change the weights of a level
settings-theory = Theory, %
settings-practice = Practice, %
settings-architecture = Architecture, %
settings-reason = Reason
settings-reason-hint = Kept with the version, for whoever asks later.
settings-weights-save = Save a new version
settings-version = Version
settings-change = { $level }, version { $n }
settings-changes = What was changed, and why
settings-bank = Question bank
settings-questions = { $n ->
    [one] { $n } question was loaded at the start.
   *[other] { $n } questions were loaded at the start.
}
settings-folder = It is read from the folder that the operator of the server names in
settings-own-folder = Questions of your own lie beside it, in the folder named in
weekend-saturday-sunday = Saturday and Sunday
weekend-friday-saturday = Friday and Saturday
scorecard-weights = Weights: version { $n }.
audit-imported = candidates imported
audit-held = legal hold set
audit-released = legal hold lifted
audit-retention-changed = retention changed
audit-settings-changed = settings changed
audit-weights-changed = weights changed
invalid-company = Enter at most 80 characters on one line.
invalid-hour = Enter a whole hour from 0 to 23.
invalid-zone = No such time zone. Write it as in Europe/Berlin.
invalid-weights = Enter three whole percentages above 0 that add up to 100.
invalid-why = Give a reason, in at most 500 characters.
home-owed = Scorecards you owe
home-owed-text = Memory of an interview fades within hours. Write these first.
home-owed-hour = over an hour ago
home-owed-day = over a day ago
people-search = Find somebody
people-count =
    { $n ->
        [one] { $n } account
       *[other] { $n } accounts
    }
people-more = { $n } more are not shown: search for a name or an address.

seats-title = Who is in the interviews
seats-leads = leads
seat-rater = rater
seat-observer = observer
seats-seat = Seat
seats-give = Give somebody a seat
seats-take = Take the seat
seats-hand-over = Hand over the lead
invalid-seat = Nobody with this address can take this seat. Raters need the role of interviewer; nobody sits in an interview about themselves, and who has marked something does not become an observer.
audit-seats-changed = seats changed
room-people = In the interview
room-leads = leads
room-rater = rater
room-observer = observer
room-here = in the room
room-observing = You look on. What you mark is yours alone and counts nowhere.
refused-observing = Observers look on; this is the raters’ to do.
refused-stale = This note was changed in another tab or on another device; both texts are shown.
room-unkept = Not kept in this browser: its storage is full. Keep this page open.
room-clash = Meanwhile this note was changed in another tab or on another device:
room-clash-mine = Keep mine
room-clash-other = Take the other
room-clash-both = Keep both
replay-title = Replay
replay-text = The interview as it went, from its log. You see what everybody in the room could see; of scores and notes, only your own.
replay-empty = Nothing has happened in this interview yet.
replay-step = Step
replay-show = Show
replay-previous = Back
replay-next = Next
replay-before = Before the first of { $of } steps
replay-after = Step { $n } of { $of }, { $time }: { $what }
replay-log = What happened
replay-log-note = running time; off the clock, the date as well
replay-then = At this step
replay-clock = Clock
replay-clock-waits = not started
replay-clock-runs = running
replay-clock-paused = paused
replay-clock-ended = ended
replay-table = On the table
replay-screen = The candidate saw
replay-screen-empty = Nothing.
replay-own = Your scores and notes so far
replay-own-none = None.
replay-notes = Notes and red flags
replay-start = Clock started
replay-pause = Clock paused
replay-resume = Clock resumed
replay-finish = Interview ended
replay-move = On the table: { $question }
replay-reveal = Shown to the candidate: { $question }
replay-conceal = Hidden from the candidate
replay-exhibit = Exhibit shown to the candidate: { $question }
replay-exhibit-off = Exhibit hidden: { $question }
replay-output = Probe result shown to the candidate
replay-output-off = Probe result hidden
replay-score = Score { $n }: { $question }
replay-score-none = Not assessed: { $question }
replay-note = Note: { $question }
replay-flag = Red flag: { $question }
replay-flag-off = Red flag taken back: { $question }
replay-follow-up = Follow-up { $n } asked: { $question }
replay-follow-up-off = Follow-up { $n } unmarked: { $question }
replay-probe = Probe, { $ms } ms
replay-probe-failed = Probe failed: { $phase }
replay-evidence = Probe attached as evidence: { $question }
replay-evidence-off = Probe detached: { $question }
replay-submit = Scorecard submitted: { $overall }
ledger-title = Standardisation ledger
ledger-note = the plan against what was asked
ledger-pauses = Pauses
ledger-no-pause = none
ledger-pause = at { $at } for { $time }
ledger-pause-open = at { $at }, not over yet
ledger-waiting = The clock was not started, so no times are known.
ledger-open = The clock has not been ended: times go up to the last step.
ledger-asked = Taken up
ledger-shown = Shown
ledger-spent = Spent
ledger-planned = Planned
ledger-follow-ups = Follow-ups and hints
ledger-follow-up = no. { $n } at { $at }
ledger-hint = hint at { $at }
ledger-exhibit = exhibit at { $at }
ledger-output = probe result at { $at }
ledger-differs = Against the plan
ledger-total = Whole interview
ledger-not-asked = not asked
ledger-not-yet = not asked so far
ledger-order = out of order: planned as no. { $n }
ledger-over = { $time } over
ledger-under = { $time } under
ledger-as-planned = as planned
ledger-how = A question was asked if it was shown, if one of its follow-ups was asked, or if it was on the table for half a minute. The first question holds the opening as well, the last one the close; both are allowed for. Differences of less than a minute are none.
loop-edit-plan = Change the plan
plan-title = Plan of the interview
plan-core = Questions
plan-rebuild = Choose all but the pinned anew
plan-of = { $planned } of { $core } min
plan-minutes =
    { $n ->
        [one] { $n } min
       *[other] { $n } min
    }
plan-over =
    { $n ->
        [one] { $n } minute over
       *[other] { $n } minutes over
    }
plan-short =
    { $n ->
        [one] { $n } minute free
       *[other] { $n } minutes free
    }
plan-short-bank =
    { $n ->
        [one] { $n } minute free: the bank has no further question that short
       *[other] { $n } minutes free: the bank has no further question that short
    }
plan-too-few = fewer than two questions: the composite will be a range
plan-up = Move up: { $title }
plan-down = Move down: { $title }
plan-pin = Pinned: { $title }
plan-remove = Remove: { $title }
plan-swap = Swap: { $title }
plan-swap-do = Swap
plan-add = Add a question
plan-add-do = Add
plan-terms = Conditions
plan-recount = Recount
plan-longer =
    { $n ->
        [one] With the extra time: { $n } minute.
       *[other] With the extra time: { $n } minutes.
    }
plan-empty = There is no question in the plan yet.
plan-dropped-unknown = Left out, because the bank does not ask it: { $title }
plan-dropped-level = Left out, because it is not for this level: { $title }
plan-dropped-asked = Left out, because the candidate was asked it before: { $title }
plan-dropped-twice = In the plan already: { $title }
plan-dropped-full = Left out, because the plan is as long as a plan can be: { $title }
plan-dropped-strange =
    { $n ->
        [one] { $n } entry of the address names no question.
       *[other] { $n } entries of the address name no question.
    }
plan-templates = Templates
plan-templates-text = Candidates who are to be compared get the same questions. A template is there for the whole company.
plan-template-now = chosen
plan-template-questions =
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }
plan-template-delete = Delete
plan-template-name = Name of a new template
plan-template-hint = It keeps the questions above in their order.
plan-template-save = Save as a template
plan-template-gone = This template is no longer there.
plan-same-core =
    { $n ->
        [0] No earlier interview of this template has these questions.
        [one] { $n } earlier interview of this template has the same questions.
       *[other] { $n } earlier interviews of this template have the same questions.
    }
extra-label = Extra time
extra-none = none
extra-quarter = +25 %
extra-half = +50 %
extra-hint = All planned minutes become longer; what is expected of an answer stays the same.
room-spoken = Language
room-extra-quarter = Extra time +25 %
room-extra-half = Extra time +50 %
invalid-plan = The plan no longer fits: one of its questions is gone, is for another level or was asked before. Look through it again.
invalid-template-name = Enter a name of up to 60 characters.
## The room's conduct: hints, what is left, commands, signing in again, the timeline
room-hints = Hints given
room-hint-words = Hint in a few words; the candidate may read this
room-give-hint = Hint given
room-take-back = Take the hint back
room-whole = Whole interview
room-left-of = left
room-five-left = 5 minutes left
room-two-left = 2 minutes left
room-none-left = time is up
room-commands = Commands
room-again = Sign in
room-somebody-else = Somebody else is signed in, kept here
room-key-hint = hint given
room-key-scorecard = scorecard
room-timeline = Timeline
room-timeline-empty = Nothing has happened yet.
room-log-started = Clock started
room-log-paused = Paused
room-log-resumed = Resumed
room-log-finished = Ended
room-log-shown = Shown
room-log-exhibit = Exhibit shown
room-log-output = Probe result shown
room-log-follow-up = Follow-up
room-log-hint = Hint
room-log-score = Score
palette-find = Find a command
palette-nothing = No such command.
palette-keys-on = Single keys work
again-title = Sign in again
again-signed-out = Your session has ended. Work goes on: everything is kept in this browser and sent once you have signed in.
again-somebody-else = Somebody else is signed in here, or you may no longer write to this interview. Nothing was sent. This is { $name }’s work: it goes out once { $name } signs in.
again-later = Later
replay-hint = Hint given: { $question }
replay-hint-off = Hint taken back: { $question }
