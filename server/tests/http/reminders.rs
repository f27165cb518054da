//! The first page reminds raters of what they owe, and leaves them alone when the company rests.

use crate::{
    scene::{self, event},
    test_app::{Person, TestApp},
};
use app::clock;
use domain::{
    InterviewId, Score, Timestamp, UserId,
    interview::Payload,
    scorecard::Overall,
    settings::{Quiet, Settings, Weekend},
    time::MINUTE,
};

const ZONES: [&str; 3] = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"];

/// A place and a weekend with which it is no day of rest now: 25 hours lie between the zones, so there is one.
fn at_work(now: Timestamp) -> Quiet {
    let all = ZONES.iter().flat_map(|zone| Weekend::ALL.iter().map(move |weekend| (zone, *weekend)));
    let mut quiet = all.map(|(zone, weekend)| Quiet { from: 0, to: 0, weekend, zone: (*zone).to_owned() });
    quiet.find(|it| !it.covers(clock::local_hour(now, &it.zone).unwrap())).unwrap()
}

/// The same place, in whose night it is now.
fn at_rest(now: Timestamp) -> Quiet {
    let mut quiet = at_work(now);
    let hour = clock::local_hour(now, &quiet.zone).unwrap().hour;
    (quiet.from, quiet.to) = ((hour + 12) % 24, (hour + 6) % 24);
    quiet
}

async fn rest(app: &TestApp, by: UserId, quiet: Quiet) {
    app.db.set_settings(&Settings { quiet, ..Settings::default() }, by, clock::now()).await.unwrap();
}

/// What the first page says of scorecards that are owed.
async fn owed(of: &Person, interview: InterviewId) -> Option<&'static str> {
    let page = of.client.get("/en/").await.text();
    let (_, rest) = page.split_once("id=\"owed\"")?;
    assert!(rest.contains(&format!("/en/interviews/{interview}/scorecard")), "{rest}");
    ["over an hour ago", "over a day ago"].into_iter().find(|it| rest.contains(it))
}

#[tokio::test]
async fn a_scorecard_is_owed_after_an_hour_and_after_a_day_but_not_in_quiet_hours() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    rest(&app, dana.id, at_work(clock::now())).await;
    let score = Payload::Score { question: scene::asked(), score: Score::Two };
    app.db.append(interview, dana.id, &[event(Payload::Start), event(score)], clock::now()).await.unwrap();
    let candidate = app.db.interview_for(interview, dana.id).await.unwrap().candidate.to_string();
    assert_eq!(owed(&dana, interview).await, None, "an interview that goes on");
    app.age(&candidate, 61 * MINUTE).await;
    assert_eq!(owed(&dana, interview).await, Some("over an hour ago"));
    app.age(&candidate, 24 * 60 * MINUTE).await;
    assert_eq!(owed(&dana, interview).await, Some("over a day ago"));

    rest(&app, dana.id, at_rest(clock::now())).await;
    assert_eq!(owed(&dana, interview).await, None, "in quiet hours");
    rest(&app, dana.id, at_work(clock::now())).await;
    assert_eq!(owed(&dana, interview).await, Some("over a day ago"));
    let submit = Payload::Submit { overall: Overall::Yes, summary: "Measures first.".to_owned() };
    app.db.append(interview, dana.id, &[event(submit)], clock::now()).await.unwrap();
    assert_eq!(owed(&dana, interview).await, None, "nothing is owed any more");
}
