//! Templates are the company's: used by leads and interviewers, deleted by who made them and by leads.

use crate::home::{Home, NOW, plan};
use domain::{Level, Locale, QuestionId, Role, TemplateId, plan::Plan};
use store::{Error, NewCandidate};
use uuid::Uuid;

stories!(
    a_template_is_used_by_all_who_interview,
    a_name_is_there_once,
    a_template_is_deleted_by_its_maker_and_by_leads,
    interviews_with_the_same_core_are_counted,
);

fn questions(ids: &[&str]) -> Vec<QuestionId> {
    ids.iter().map(|it| it.parse().unwrap()).collect()
}

async fn a_template_is_used_by_all_who_interview(home: &Home) {
    let maker = home.person("maker", &[Role::Interviewer]).await;
    let asked = questions(&["tcp-vs-udp", "cors", "dns-resolution"]);
    let id = home.db.create_template("Первый круг", Level::Middle, &asked, maker, NOW).await.unwrap();
    for (role, deletes) in [(Role::Lead, true), (Role::Interviewer, false)] {
        let other = home.person(role.name(), &[role]).await;
        let found = home.db.templates(Level::Middle, other).await.unwrap();
        assert_eq!(
            found.iter().map(|it| (it.id, it.name.as_str(), it.level)).collect::<Vec<_>>(),
            [(id, "Первый круг", Level::Middle)]
        );
        assert_eq!((&found[0].questions, found[0].by.as_str(), found[0].deletable), (&asked, "maker", deletes));
        assert_eq!(home.db.templates(Level::Lead, other).await.unwrap(), []);
    }
    for role in [Role::Administrator, Role::Observer] {
        let other = home.person(role.name(), &[role]).await;
        assert_eq!(home.db.templates(Level::Middle, other).await.unwrap(), [], "{role}");
        let made = home.db.create_template("Mine", Level::Middle, &asked, other, NOW).await;
        assert!(matches!(made, Err(Error::NotFound)), "{role}: {made:?}");
    }
}

async fn a_name_is_there_once(home: &Home) {
    let maker = home.person("maker", &[Role::Interviewer]).await;
    let other = home.person("other", &[Role::Lead]).await;
    let asked = questions(&["cors"]);
    home.db.create_template("Второй", Level::Middle, &asked, maker, NOW).await.unwrap();
    for (name, by) in [("Второй", maker), ("ВТОРОЙ", other)] {
        let made = home.db.create_template(name, Level::Lead, &asked, by, NOW).await;
        assert!(matches!(&made, Err(Error::Taken { field }) if field == "name"), "{name}: {made:?}");
    }
    home.db.create_template("Третий", Level::Middle, &asked, other, NOW).await.unwrap();
}

async fn a_template_is_deleted_by_its_maker_and_by_leads(home: &Home) {
    let maker = home.person("maker", &[Role::Interviewer]).await;
    let lead = home.person("lead", &[Role::Lead]).await;
    for (name, by) in [("one", maker), ("two", lead)] {
        let id = home.db.create_template(name, Level::Middle, &questions(&["cors"]), maker, NOW).await.unwrap();
        for role in [Role::Interviewer, Role::Administrator, Role::Observer] {
            let other = home.person(&format!("{role}-{name}"), &[role]).await;
            let gone = home.db.delete_template(id, other).await;
            assert!(matches!(gone, Err(Error::NotFound)), "{role}: {gone:?}");
        }
        home.db.delete_template(id, by).await.unwrap();
        assert!(matches!(home.db.delete_template(id, by).await, Err(Error::NotFound)));
    }
    // Who no longer interviews has no say, also over what they made.
    let id = home.db.create_template("three", Level::Middle, &questions(&["cors"]), maker, NOW).await.unwrap();
    home.db.set_roles(maker, &[Role::Observer], lead, NOW).await.unwrap();
    assert!(matches!(home.db.delete_template(id, maker).await, Err(Error::NotFound)));
}

async fn interviews_with_the_same_core_are_counted(home: &Home) {
    let lead = home.person("lead", &[Role::Lead, Role::Interviewer]).await;
    let planned = plan();
    let core: Vec<QuestionId> = planned.items.iter().map(|it| it.question.clone()).collect();
    let id = home.db.create_template("Same", Level::Middle, &core, lead, NOW).await.unwrap();
    let of = home.a_loop(lead).await;
    let backwards = Plan { items: planned.items.iter().rev().cloned().collect(), ..planned.clone() };
    let fewer = Plan { items: planned.items[..1].to_vec(), ..planned.clone() };
    let elsewhere = TemplateId(Uuid::now_v7());
    for (plan, template) in [
        (&planned, Some(id)),
        (&backwards, Some(id)),
        (&fewer, Some(id)),
        (&planned, None),
        (&planned, Some(elsewhere)),
    ] {
        let plan = Plan { template, ..plan.clone() };
        let made = home.db.create_interview(of, lead, Locale::En, &plan, NOW).await.unwrap();
        assert_eq!(home.db.interview_for(made, lead).await.unwrap().plan, plan);
    }
    let other = home.person("other", &[Role::Interviewer]).await;
    for user in [lead, other] {
        assert_eq!(home.db.same_core(id, &core, user).await.unwrap(), 2, "in whatever order");
        assert_eq!(home.db.same_core(id, &core[..1], user).await.unwrap(), 1);
        assert_eq!(home.db.same_core(id, &questions(&["cors"]), user).await.unwrap(), 0);
    }
    // Somebody who works here and applies does not learn even by a number that they were interviewed.
    let applicant =
        NewCandidate { name: "Other".to_owned(), email: Some("other@example.com".to_owned()), locale: Locale::En };
    let applicant = home.db.create_candidate(&applicant, lead, NOW).await.unwrap();
    let of = home.db.create_loop(applicant, Level::Middle, lead, NOW).await.unwrap();
    let plan = Plan { template: Some(id), ..planned };
    home.db.create_interview(of, lead, Locale::En, &plan, NOW).await.unwrap();
    assert_eq!(home.db.same_core(id, &core, lead).await.unwrap(), 3);
    assert_eq!(home.db.same_core(id, &core, other).await.unwrap(), 2);
    // The interviews outlive their template.
    home.db.delete_template(id, lead).await.unwrap();
    assert_eq!(home.db.same_core(id, &core, lead).await.unwrap(), 3);
}
