//! `/{lang}/loops/{id}/plan`: the draft in the address, the interview that is made of it, and templates.

use crate::{
    client::Answer,
    html::between,
    scene::{self, BANK},
    test_app::{Person, TestApp, on_both, problem},
};
use app::{clock, lang::Lang};
use domain::{
    Level, Locale, LoopId, Role, TemplateId,
    interview::Payload,
    plan::{self, ExtraTime, Plan},
};
use hyper::{Method, StatusCode};
use store::NewCandidate;

/// The plan that the bank gives a junior whom nobody has asked anything.
fn built() -> Plan {
    plan::build(Level::Junior, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap()
}

fn ids(of: &Plan) -> Vec<String> {
    of.items.iter().map(|it| it.question.to_string()).collect()
}

/// A lead who interviews, and a junior's loop of theirs.
async fn a_loop(app: &TestApp) -> (Person, LoopId) {
    let dana = app.person("dana", &[Role::Lead, Role::Interviewer]).await;
    let of = another_loop(app, &dana).await;
    (dana, of)
}

async fn another_loop(app: &TestApp, lead: &Person) -> LoopId {
    let new = NewCandidate { name: "Noa".to_owned(), email: None, locale: Locale::He };
    let candidate = app.db.create_candidate(&new, lead.id, clock::now()).await.unwrap();
    app.db.create_loop(candidate, Level::Junior, lead.id, clock::now()).await.unwrap()
}

/// Submits the form of the draft, as a browser does.
async fn press(who: &Person, path: &str) -> Answer {
    let request = who.client.request(Method::GET, path).header("accept", "text/html");
    who.client.send(request.body("".into()).unwrap()).await
}

/// The value of a hidden field.
fn field(page: &str, name: &str) -> String {
    between(page, &format!("name=\"{name}\" value=\""), "\"").to_owned()
}

/// Another question for the place of the first: what the page offers first.
fn offered(page: &str, instead_of: &str) -> String {
    between(page, &format!("value=\"swap:{instead_of}:"), "\"").to_owned()
}

on_both!(a_draft_becomes_an_interview, a_template_gives_the_same_core);

#[tokio::test]
async fn a_change_leads_to_an_address_that_holds_the_draft_alone() {
    let app = TestApp::start().await;
    let (dana, of) = a_loop(&app).await;
    let plan = ids(&built());
    let page = format!("/he/loops/{of}/plan");
    let sent = format!("{page}?lang=he&loop={of}&items={}&pins=&template=&locale=ru&extra=none", plan.join(","));
    for (change, wanted, focus) in [
        (format!("up:{}", plan[1]), vec![1, 0, 2, 3, 4, 5], format!("down-{}", plan[1])),
        (format!("down:{}", plan[0]), vec![1, 0, 2, 3, 4, 5], format!("up-{}", plan[0])),
        (format!("place:{}:0", plan[1]), vec![1, 0, 2, 3, 4, 5], format!("down-{}", plan[1])),
        (format!("remove:{}", plan[0]), vec![1, 2, 3, 4, 5], "core".to_owned()),
    ] {
        let answer = press(&dana, &format!("{sent}&do={change}")).await;
        assert_eq!(answer.status, StatusCode::FOUND, "{change}");
        let items: Vec<&str> = wanted.iter().map(|it| plan[*it].as_str()).collect();
        assert_eq!(
            answer.header("location"),
            format!("{page}?items={}&locale=ru#{focus}", items.join(",")),
            "{change}"
        );
        let shown = dana.client.get(answer.header("location").split('#').next().unwrap()).await;
        assert_eq!((shown.status, field(&shown.text(), "items")), (StatusCode::OK, items.join(",")));
    }
    let fewer = press(&dana, &format!("{page}?lang=he&items={}&do=rebuild", plan[1..].join(","))).await;
    assert_eq!(fewer.header("location"), format!("{page}?items={}#rebuild", plan.join(",")));
    let pinned = sent.replace("extra=none", "extra=half");
    let answer = press(&dana, &format!("{pinned}&do=pin:{}", plan[5])).await;
    assert!(answer.header("location").contains(&format!("&pins={}&", plan[5])), "{}", answer.header("location"));
}

#[tokio::test]
async fn what_cannot_be_asked_is_left_out_with_a_word() {
    let app = TestApp::start().await;
    let (dana, of) = a_loop(&app).await;
    let plan = ids(&built());
    let other = BANK.candidates().into_iter().find(|it| !it.levels.contains(&Level::Junior)).unwrap().question;
    let items = format!("{0},{0},{other},no-such-question,../x,%3Cscript%3E", plan[0]);
    let page = dana.client.get(&format!("/en/loops/{of}/plan?items={items}")).await.text();
    assert_eq!(field(&page, "items"), plan[0]);
    let lang = Lang(Locale::En);
    let said = |key: &str, title: &str| {
        let text = lang.with(key, &[("title", title.to_owned().into())]);
        assert!(page.contains(&text.replace('\'', "&#x27;")), "{text}");
    };
    let title = |id: &str| {
        let shelf = BANK.shelf(content::Reader::Staff);
        shelf.get(&id.parse().unwrap()).unwrap().text(Locale::En).plain(content::Section::Title).to_owned()
    };
    said("plan-dropped-twice", &title(&plan[0]));
    said("plan-dropped-level", &title(other.as_str()));
    said("plan-dropped-unknown", "no-such-question");
    assert!(page.contains(&lang.n("plan-dropped-strange", 2)));
    assert!(!page.contains("<script>"));
    let long = format!("/en/loops/{of}/plan?items={}", "cors,".repeat(2_000));
    assert_eq!(dana.client.get(&long).await.status, StatusCode::OK);
    let answer =
        dana.client.get(&format!("/en/loops/{of}/plan?items=&template={}", TemplateId(uuid::Uuid::nil()))).await;
    assert!(answer.text().contains(&lang.t("plan-template-gone")));
    assert!(answer.text().contains(&lang.t("plan-empty")));
}

async fn a_draft_becomes_an_interview(app: &TestApp) {
    let (dana, of) = a_loop(app).await;
    let (of, page) = (of.to_string(), format!("/en/loops/{of}/plan"));
    let first = built();
    let plan = ids(&first);
    let new = offered(&dana.client.get(&page).await.text(), &plan[0]);
    let items = [&[plan[1].clone(), new.clone()], &plan[2..]].concat().join(",");
    let make = async |items: &str, extra: &str| {
        let fields = [("loop", of.as_str()), ("locale", "ru"), ("items", items), ("extra", extra), ("lang", "en")];
        dana.client.form("/api/create_interview", &page, &fields).await
    };
    for wrong in [format!("{items},{new}"), format!("{items},no-such-question"), format!("{items},a b")] {
        let answer = make(&wrong, "none").await;
        assert_eq!(problem(&answer), r#"{"Invalid":{"field":"items","reason":"plan"}}"#, "{wrong}");
        assert_eq!(dana.client.get(answer.header("location")).await.status, StatusCode::OK);
    }
    let answer = make(&items, "half").await;
    let id = answer.header("location").rsplit('/').next().unwrap().parse().unwrap();
    let interview = app.db.interview_for(id, dana.id).await.unwrap();
    assert_eq!((ids(&interview.plan).join(","), interview.locale), (items.clone(), Locale::Ru));
    assert_eq!(interview.plan.extra, ExtraTime::Half);
    let minutes = |id: &str| BANK.candidates().iter().find(|it| it.question.as_str() == id).unwrap().minutes;
    let core: u16 = items.split(',').map(minutes).sum();
    let short = 36_u16.saturating_sub(core);
    assert_eq!(interview.plan.total(), ExtraTime::Half.stretched(4 + core + short + 5));
    let card = dana.client.get(&format!("/en/interviews/{id}/scorecard")).await.text();
    assert!(card.contains(&Lang(Locale::En).t("extra-half")), "the extra time is on the record");

    // What was asked cannot be planned again, by hand neither.
    let asked = plan[1].parse().unwrap();
    app.db.append(id, dana.id, &[scene::event(Payload::Move { question: asked })], clock::now()).await.unwrap();
    assert_eq!(problem(&make(&items, "none").await), r#"{"Invalid":{"field":"items","reason":"plan"}}"#);
    let shown = dana.client.get(&format!("{page}?items={items}")).await.text();
    assert!(!field(&shown, "items").contains(&plan[1]));
}

async fn a_template_gives_the_same_core(app: &TestApp) {
    let (dana, of) = a_loop(app).await;
    let plan = ids(&built());
    let items = plan[..4].join(",");
    let save = async |who: &Person, of: LoopId, name: &str, items: &str| {
        let of = of.to_string();
        let fields = [("loop", of.as_str()), ("name", name), ("items", items), ("extra", "quarter"), ("lang", "ru")];
        who.client.form("/api/save_template", &format!("/ru/loops/{of}/plan"), &fields).await
    };
    let answer = save(&dana, of, " Первый <b>круг</b> ", &items).await;
    let kept = answer.header("location").to_owned();
    assert!(kept.starts_with(&format!("/ru/loops/{of}/plan?items={items}&template=")), "{kept}");
    let template: TemplateId = field(&dana.client.get(&kept).await.text(), "template").parse().unwrap();
    let lang = Lang(Locale::Ru);
    assert!(dana.client.get(&kept).await.text().contains(&lang.n("plan-same-core", 0)));
    for (name, items, field, reason) in [
        ("ПЕРВЫЙ <b>круг</b>", items.as_str(), "name", "taken"),
        (" ", items.as_str(), "name", "template-name"),
        (&"x".repeat(61), items.as_str(), "name", "template-name"),
        ("Пустой", "", "items", "plan"),
        ("Чужой", "no-such-question", "items", "plan"),
    ] {
        let said = problem(&save(&dana, of, name, items).await);
        assert_eq!(said, format!(r#"{{"Invalid":{{"field":"{field}","reason":"{reason}"}}}}"#), "{name}");
    }

    // Somebody else's candidate at the same level gets the same questions, pinned.
    let eve = app.person("eve", &[Role::Lead, Role::Interviewer]).await;
    let of_eve = another_loop(app, &eve).await;
    let page = eve.client.get(&format!("/ru/loops/{of_eve}/plan?template={template}")).await.text();
    assert_eq!((field(&page, "items"), field(&page, "pins")), (items.clone(), items.clone()));
    assert!(page.contains("<bdi>Первый &lt;b&gt;круг&lt;/b&gt;</bdi>"));
    for (who, of) in [(&dana, of), (&eve, of_eve)] {
        let (of, template) = (of.to_string(), template.to_string());
        let fields =
            [("loop", of.as_str()), ("locale", "en"), ("items", &items), ("template", &template), ("lang", "ru")];
        let answer = who.client.form("/api/create_interview", "/ru", &fields).await;
        assert!(answer.header("location").starts_with("/ru/interviews/"), "{}", answer.header("location"));
    }
    let page = eve.client.get(&format!("/ru/loops/{of_eve}/plan?template={template}")).await.text();
    assert!(page.contains(&lang.n("plan-same-core", 2)));
    let other = format!("/ru/loops/{of_eve}/plan?template={template}&items={}", plan[..3].join(","));
    assert!(eve.client.get(&other).await.text().contains(&lang.n("plan-same-core", 0)));

    // Another's loop is not there, also to save from it.
    assert_eq!(problem(&save(&eve, of, "Чужой", &items).await), "\"NotFound\"");
    let (back, id) = (of_eve.to_string(), template.to_string());
    let fields = [("template", id.as_str()), ("back", back.as_str()), ("lang", "ru")];
    let visitor = app.person("visitor", &[Role::Interviewer]).await;
    assert_eq!(problem(&visitor.client.form("/api/delete_template", "/ru", &fields).await), "\"NotFound\"");
    let answer = dana.client.form("/api/delete_template", "/ru", &fields).await;
    assert_eq!(answer.header("location"), format!("/ru/loops/{of_eve}/plan"));
    let page = eve.client.get(&format!("/ru/loops/{of_eve}/plan?template={template}")).await.text();
    assert!(page.contains(&lang.t("plan-template-gone")));
}
