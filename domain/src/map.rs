//! Maps of the state that travels to the browser: a sorted vector, because a tree's code for each pair of types would be a
//! tenth of what the room loads, and no map here has more entries than a plan has questions.

use litemap::LiteMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::ops::{Deref, DerefMut};

/// A map in the order of its keys. Reading one goes entry by entry: the sort that [`LiteMap`] keeps for input out of order
/// is as large as the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map<K, V>(LiteMap<K, V>);

impl<K, V> Map<K, V> {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(LiteMap::new_vec())
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> Deref for Map<K, V> {
    type Target = LiteMap<K, V>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<K, V> DerefMut for Map<K, V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = LiteMap::new_vec();
        for (key, value) in entries {
            map.insert(key, value);
        }
        Self(map)
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_tuple_vec().into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = <&'a LiteMap<K, V> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&self.0).into_iter()
    }
}

/// As any map: [`LiteMap`] writes a list when keys are no text.
impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self)
    }
}

impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<K, V>(std::marker::PhantomData<(K, V)>);

        impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> serde::de::Visitor<'de> for Entries<K, V> {
            type Value = Map<K, V>;

            fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
                to.write_str("a map")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
                let mut map = LiteMap::new_vec();
                while let Some((key, value)) = from.next_entry()? {
                    map.insert(key, value);
                }
                Ok(Map(map))
            }
        }

        from.deserialize_map(Entries(std::marker::PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn is_a_tree_in_all_but_its_shape(entries in prop::collection::vec((0_u8..20, any::<i64>()), 0..40)) {
            let (map, tree): (Map<_, _>, BTreeMap<_, _>) = (entries.iter().copied().collect(), entries.into_iter().collect());
            prop_assert!(map.iter().eq(tree.iter()));
            let written = serde_json::to_string(&tree).unwrap();
            prop_assert_eq!(&serde_json::to_string(&map).unwrap(), &written);
            prop_assert_eq!(serde_json::from_str::<Map<u8, i64>>(&written).unwrap(), map);
        }

        #[test]
        fn reads_entries_in_any_order(mut entries in prop::collection::btree_map(".{0,3}", any::<u8>(), 0..9).prop_map(|it| it.into_iter().collect::<Vec<_>>()).prop_shuffle()) {
            let written = entries.iter().map(|(key, value)| format!("{}:{value}", serde_json::to_string(key).unwrap()));
            let map: Map<String, u8> = serde_json::from_str(&format!("{{{}}}", written.collect::<Vec<_>>().join(","))).unwrap();
            entries.sort();
            prop_assert_eq!(map.into_iter().collect::<Vec<_>>(), entries);
        }
    }
}
