//! Settings and weights: the newest counts, nothing is overwritten.

use crate::home::{Home, NOW};
use domain::{
    Level, Locale, Role,
    audit::Kind,
    settings::{Quiet, Settings, Weekend},
    weights::{Version, Weights},
};
use store::AuditFilter;

stories!(the_newest_settings_count, weights_have_versions_by_level);

async fn the_newest_settings_count(home: &Home) {
    let by = home.person("admin", &[Role::Administrator]).await;
    assert_eq!(home.db.settings().await.unwrap(), Settings::default());
    let quiet = Quiet { from: 19, to: 9, weekend: Weekend::FridaySaturday, zone: "Asia/Jerusalem".to_owned() };
    let first = Settings { company: "רשתות בע״מ".to_owned(), locale: Locale::He, quiet };
    home.db.set_settings(&first, by, NOW).await.unwrap();
    // In the same millisecond.
    let second = Settings { company: "Networks".to_owned(), ..first };
    home.db.set_settings(&second, by, NOW).await.unwrap();
    assert_eq!(home.db.settings().await.unwrap(), second);
    let filter = AuditFilter { kind: Some(Kind::SettingsChanged), actor: None, before: None };
    assert_eq!(home.db.audit_rows(filter, 9).await.unwrap().len(), 2);
}

async fn weights_have_versions_by_level(home: &Home) {
    let by = home.person("admin", &[Role::Administrator]).await;
    assert_eq!(home.db.weights(Level::Senior).await.unwrap(), Version::default());
    for (n, weights) in [(1, [20, 50, 30]), (2, [25, 45, 30])] {
        let weights = Weights::try_from(weights).unwrap();
        home.db.set_weights(Level::Senior, weights, "Seniors are on call.", by, NOW.plus(n)).await.unwrap();
        assert_eq!(home.db.weights(Level::Senior).await.unwrap(), Version { number: n as u32, weights });
    }
    assert_eq!(home.db.weights(Level::Junior).await.unwrap(), Version::default());
    let changes = home.db.weight_changes().await.unwrap();
    assert_eq!(changes.iter().map(|it| it.version.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!((changes[0].reason.as_str(), changes[0].by.as_str()), ("Seniors are on call.", "admin"));
    let filter = AuditFilter { kind: Some(Kind::WeightsChanged), actor: Some(by), before: None };
    let rows = home.db.audit_rows(filter, 9).await.unwrap();
    assert_eq!(rows[0].entry.subject, "level:senior");
    assert_eq!(rows[0].entry.detail, "version 2: [25,45,30]");
}
