//! `/{lang}/interviews/{id}/scorecard`: what was judged, frozen once submitted, harmless whatever was typed.

use crate::{
    client::Answer,
    html::{between, words},
    scene::{self, event},
    test_app::{Person, TestApp, on_both},
};
use app::{AppError, api::Appended, clock};
use domain::{
    InterviewId, Score,
    composite::Composite,
    interview::{Payload, Refused},
    scorecard,
};
use hyper::StatusCode;
use serde_json::json;

async fn submit(dana: &Person, interview: InterviewId, summary: &str) -> Answer {
    let id = interview.to_string();
    let fields = [("interview", id.as_str()), ("overall", "strong-yes"), ("summary", summary), ("lang", "ru")];
    dana.client.form("/api/submit_scorecard", &format!("/ru/interviews/{interview}/scorecard"), &fields).await
}

async fn append(dana: &Person, interview: InterviewId, payload: Payload) -> Option<Refused> {
    let arguments = json!({ "interview": interview, "events": [event(payload)] });
    dana.client.call("/api/append_events", &arguments).await.postcard::<Appended>().refused[0]
}

on_both!(submitting_freezes_the_marks);

async fn submitting_freezes_the_marks(app: &TestApp) {
    let (dana, interview) = app.interviewer().await;
    let question = scene::asked;
    let page = format!("/ru/interviews/{interview}/scorecard");
    assert_eq!(append(&dana, interview, Payload::Score { question: question(), score: Score::Two }).await, None);
    for empty in ["", " \n\t"] {
        assert!(submit(&dana, interview, empty).await.header("location").contains("__err="));
    }
    assert!(dana.client.get(&page).await.text().contains("/api/submit_scorecard"));

    let answer = submit(&dana, interview, "Сначала измеряет.").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, page.as_str()));
    let html = dana.client.get(&page).await.text();
    assert!(html.contains("Сначала измеряет.") && !html.contains("/api/submit_scorecard"));
    for payload in [
        Payload::Score { question: question(), score: Score::Five },
        Payload::Note { question: question(), text: "late".to_owned() },
    ] {
        assert_eq!(append(&dana, interview, payload).await, Some(Refused::Submitted));
    }
    let arguments = format!("interview={interview}&overall=no&summary=again&lang=en");
    let request = dana.client.request(hyper::Method::POST, "/api/submit_scorecard");
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(arguments.into());
    let again = dana.client.send(request.unwrap()).await;
    assert_eq!((again.status, again.json()), (StatusCode::CONFLICT, AppError::Refused(Refused::Submitted)));
    let card = scorecard::of(&app.db.state(interview).await.unwrap().1, dana.id);
    assert_eq!(card.submitted.unwrap().summary, "Сначала измеряет.");
}

#[tokio::test]
async fn a_dimension_with_one_score_makes_the_composite_a_range() {
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let plan = app.db.interview_for(interview, dana.id).await.unwrap().plan;
    let last = plan.items.last().unwrap().dimension;
    let mut left = plan.items.iter().filter(|it| it.dimension == last).count();
    for item in &plan.items {
        left -= usize::from(item.dimension == last);
        if left > 0 || item.dimension != last {
            let score = Payload::Score { question: item.question.clone(), score: Score::Four };
            app.db.append(interview, dana.id, &[event(score)], clock::now()).await.unwrap();
        }
    }
    let card = scorecard::of(&app.db.state(interview).await.unwrap().1, dana.id);
    let Composite::Range { low, high } = card.composite else { panic!("{:?}", card.composite) };
    for (lang, comma) in [("en", '.'), ("ru", ','), ("he", '.')] {
        let page = dana.client.get(&format!("/{lang}/interviews/{interview}/scorecard")).await.text();
        let range = format!("{low:.1}–{high:.1}").replace('.', &comma.to_string());
        let composite = words(between(&page, "<tfoot>", "</tfoot>"));
        assert!(composite.contains(&range), "{composite} says no {range}");
        let insufficient = app::lang::Lang(lang.parse().unwrap()).t("scorecard-insufficient");
        assert!(words(between(&page, "<tbody>", "</tbody>")).contains(&insufficient));
    }
}

#[tokio::test]
async fn hostile_text_stays_text() {
    const HOSTILE: &str = "</textarea></script><script>alert(1)</script>\u{202E}\"'><img src=x onerror=alert(2)>";
    let app = TestApp::start().await;
    let (dana, interview) = app.interviewer().await;
    let question = scene::asked;
    for payload in [
        Payload::Note { question: question(), text: HOSTILE.to_owned() },
        Payload::Flag { question: question(), text: HOSTILE.to_owned(), raised: true },
    ] {
        assert_eq!(append(&dana, interview, payload).await, None);
    }
    let mut pages = Vec::new();
    for path in ["", "/scorecard"] {
        let page = dana.client.get(&format!("/en/interviews/{interview}{path}")).await;
        assert!(page.told().contains("alert(1)"), "the text is gone");
        pages.push(page.text());
    }
    submit(&dana, interview, HOSTILE).await;
    pages.push(dana.client.get(&format!("/en/interviews/{interview}/scorecard")).await.text());
    for page in &pages {
        assert!(
            !page.contains("<script>alert") && !page.contains("<img") && !page.contains("</textarea></script>"),
            "{page}"
        );
    }
    // Each text decides its own direction, so a mark of direction cannot turn what stands around it.
    for before in pages[2].split("&lt;/textarea").collect::<Vec<_>>().split_last().unwrap().1 {
        assert!(before.rsplit('<').next().unwrap().contains("dir=\"auto\""), "{before}");
    }
}
