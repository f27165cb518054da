//! The DNS kind against the lab's name server, and what its faults do to the kinds that need a name.

use crate::{measure, prober};
use domain::run::{Dns, HttpVersion, RecordType, Transport};
use probe::{Order, Outcome, Target, outcome};

fn dns(types: &[RecordType]) -> Order {
    Order::Dns { types: types.to_vec() }
}

/// Type, transport, response code and number of answers of each query.
fn log(dns: &Dns) -> Vec<(RecordType, Transport, Option<&str>, usize)> {
    dns.queries.iter().map(|it| (it.record, it.proto, it.rcode.as_deref(), it.answers.len())).collect()
}

#[tokio::test]
async fn every_type_is_asked_for_and_every_query_is_written_down() {
    let prober = prober().await;
    let result = measure(&prober, "lab:healthy", dns(RecordType::ALL)).await;
    assert_eq!(outcome(&result), Outcome::Measured);
    assert_eq!((result.hops[0].url.as_str(), result.asked.options.types.as_slice()), ("healthy.lab.", RecordType::ALL));
    let answered = [RecordType::A, RecordType::Mx, RecordType::Txt, RecordType::Ns, RecordType::Soa];
    for query in &result.hops[0].dns.as_ref().unwrap().queries {
        assert_eq!((query.rcode.as_deref(), query.proto), (Some("NOERROR"), Transport::Udp), "{query:?}");
        assert_eq!(query.flags, ["aa", "rd", "ra"]);
        assert_eq!(query.answers.len(), usize::from(answered.contains(&query.record)), "{query:?}");
        for answer in &query.answers {
            assert_eq!((answer.name.as_str(), answer.record.as_str()), ("healthy.lab.", query.record.name()));
        }
    }
    assert_eq!(result.hops[0].dns.as_ref().unwrap().queries[0].answers[0].data, "127.0.0.1");
    assert!(result.repro.dig.ends_with("healthy.lab. HTTPS healthy.lab. CAA"), "{}", result.repro.dig);
    assert_eq!((prober.lab().connections(), prober.connects()), (0, 0), "only the name server was asked");
}

#[tokio::test]
async fn an_answer_that_was_cut_is_asked_for_again_over_tcp() {
    let result = measure(&prober().await, "lab:truncated", dns(&[RecordType::A])).await;
    assert_eq!(outcome(&result), Outcome::Measured);
    let it = result.hops[0].dns.as_ref().unwrap();
    let noerror = Some("NOERROR");
    assert_eq!(log(it), [(RecordType::A, Transport::Udp, noerror, 0), (RecordType::A, Transport::Tcp, noerror, 1)]);
    assert_eq!([it.queries[0].tc_retry, it.queries[1].tc_retry], [false, true]);
    assert!(it.queries[0].flags.contains(&"tc".to_owned()) && !it.queries[1].flags.contains(&"tc".to_owned()));

    let whole = measure(&prober().await, "lab:truncated", Order::http()).await;
    assert_eq!(outcome(&whole), Outcome::Measured);
}

#[tokio::test]
async fn an_error_of_the_name_server_has_its_class_in_every_kind() {
    let prober = prober().await;
    for (target, class, rcode) in [("lab:nxdomain", "nxdomain", "NXDOMAIN"), ("lab:servfail", "servfail", "SERVFAIL")] {
        for order in [dns(&[]), Order::Tcp { address: None }, Order::Tls { address: None }, Order::http()] {
            let result = measure(&prober, target, order).await;
            let failed = result.failed.as_ref().unwrap();
            assert_eq!((failed.phase.as_str(), failed.class.as_str()), ("resolve", class));
            assert_eq!(outcome(&result), Outcome::Failed);
            let queries = &result.hops[0].dns.as_ref().unwrap().queries;
            assert!(queries.len() == 2 && queries.iter().all(|it| it.rcode.as_deref() == Some(rcode)), "{queries:?}");
        }
    }
    assert_eq!(prober.connects(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_name_server_is_seen_in_resolve_and_nowhere_else() {
    let result = measure(&prober().await, "lab:slow-dns", Order::http()).await;
    assert_eq!(result.failed, None);
    let phases = result.hops[0].phase_us;
    assert!(phases.resolve.unwrap() >= 300_000 && phases.connect.unwrap() < 200_000, "{phases:?}");
    let truth = result.truth.unwrap();
    assert_eq!((truth.fault.as_str(), truth.asked_us, truth.injected_us.len()), ("slow-dns", Some(300_000), 2));
    assert!(truth.injected_us.iter().all(|it| *it >= 300_000 && *it <= phases.resolve.unwrap()), "{truth:?}");
    println!("slow-dns: {phases:?} injected {:?}", truth.injected_us);
}

/// The wait for the other family is bounded where only an address is wanted, and not where the answer is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_answer_about_ipv6_is_waited_for_only_so_long() {
    let prober = prober().await;
    let result = measure(&prober, "lab:slow-aaaa", Order::Tcp { address: None }).await;
    let (queries, resolve) = (&result.hops[0].dns.as_ref().unwrap().queries, result.hops[0].phase_us.resolve.unwrap());
    assert!((50_000..200_000).contains(&resolve), "{resolve}");
    assert_eq!((queries[0].record, queries[0].failed.as_deref()), (RecordType::Aaaa, Some("dropped")));
    let whole = measure(&prober, "lab:slow-aaaa", dns(&[])).await;
    assert!(whole.hops[0].phase_us.resolve.unwrap() >= 300_000, "{:?}", whole.hops);
}

#[tokio::test]
async fn the_log_says_at_which_version_http_was_asked() {
    let order = Order::Http { address: None, version: HttpVersion::One, redirects: 200 };
    let result = measure(&prober().await, Target::Healthy.name(), order).await;
    assert_eq!((result.asked.options.http, result.asked.options.redirects), (Some(HttpVersion::One), 5));
}
