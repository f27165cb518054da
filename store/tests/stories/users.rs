//! Accounts and roles.

use crate::home::{Home, NOW, new_user};
use domain::{Locale, Role, UserId};
use store::Error;
use uuid::Uuid;

stories!(
    an_account_is_found_by_id_and_email,
    an_email_belongs_to_one,
    roles_can_change,
    unknown_roles_are_an_error,
    people_are_found_by_a_part_of_name_or_address,
);

async fn an_account_is_found_by_id_and_email(home: &Home) {
    let id = home.person("Аня", &[Role::Lead, Role::Interviewer, Role::Lead]).await;
    let nobody = home.person("Zed", &[]).await;
    let found = home.db.user_by_email("  аня@EXAMPLE.com ").await.unwrap().unwrap();
    assert_eq!(found.user.id, id);
    assert_eq!(found.user.email, "аня@example.com");
    assert_eq!(found.user.roles, [Role::Interviewer, Role::Lead]);
    assert_eq!(found.user.locale, Locale::Ru);
    assert_eq!(found.user.created_at, NOW);
    assert_eq!(found.password_hash, "$argon2id$…");
    assert_eq!(home.db.user(id).await.unwrap(), Some(found.user));
    assert_eq!(home.db.user(nobody).await.unwrap().unwrap().roles, []);
    assert_eq!(home.db.users("", 9).await.unwrap().1, 2);
    assert!(home.db.user_by_email("nobody@example.com").await.unwrap().is_none());
    assert!(home.db.user(UserId(Uuid::nil())).await.unwrap().is_none());
    home.db.ping().await.unwrap();
}

async fn an_email_belongs_to_one(home: &Home) {
    home.person("ann", &[]).await;
    let again = home.db.create_user(&new_user("ANN"), &[Role::Lead], NOW).await;
    assert!(matches!(again, Err(Error::Taken { ref field }) if field == "email"), "{again:?}");
    assert_eq!(home.db.users("", 9).await.unwrap().1, 1);
}

async fn roles_can_change(home: &Home) {
    let id = home.person("ann", &[Role::Administrator]).await;
    home.person("bob", &[Role::Administrator, Role::Observer]).await;
    assert_eq!(home.db.administrators().await.unwrap(), 2);
    home.db.set_roles(id, &[Role::Lead, Role::Lead], id, NOW).await.unwrap();
    assert_eq!(home.db.user(id).await.unwrap().unwrap().roles, [Role::Lead]);
    assert_eq!(home.db.administrators().await.unwrap(), 1);
    let nobody = home.db.set_roles(UserId(Uuid::nil()), &[Role::Lead], id, NOW).await;
    assert!(matches!(nobody, Err(Error::NotFound)));
}

async fn unknown_roles_are_an_error(home: &Home) {
    let id = home.person("ann", &[]).await;
    home.run(&format!("insert into user_role (user_id, role) values ('{id}', 'emperor')")).await;
    let found = home.db.user(id).await;
    assert!(matches!(found, Err(Error::Corrupt { column: "user_role.role", .. })), "{found:?}");
}

async fn people_are_found_by_a_part_of_name_or_address(home: &Home) {
    let anna = home.person("Анна Ёлкина", &[Role::Lead, Role::Interviewer]).await;
    let percent = home.person("50%_off", &[]).await;
    home.person("Bob", &[Role::Observer]).await;
    let found = async |wanted: &str| {
        let (users, total) = home.db.users(wanted, 9).await.unwrap();
        assert_eq!(users.len(), total, "{wanted}");
        users.into_iter().map(|it| it.id).collect::<Vec<_>>()
    };
    for wanted in ["ёлк", "АННА", " анна ёлкина@EXAMPLE"] {
        assert_eq!(found(wanted).await, [anna], "{wanted}");
    }
    for wanted in ["%", "_", "50%_O"] {
        assert_eq!(found(wanted).await, [percent], "{wanted}");
    }
    assert_eq!(found(r"\").await, []);
    let (first, total) = home.db.users("", 2).await.unwrap();
    assert_eq!((first.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), total), (vec!["50%_off", "Bob"], 3));
    home.db.set_profile(anna, "Hanna", Locale::En).await.unwrap();
    assert_eq!((found("hanna").await, found("анна ёлкина").await.len()), (vec![anna], 1));
}
