/// Elaborates one symbol: names, types, narrowing, members, calls; syntax in, typed program and
/// diagnostics out.
///
/// Here: one file per concern. Not here: what the world holds (asked of
/// [arenad.elaborate.Environment], the only window), lifetimes (`checker`), code (`lower`). May
/// import: `text`, `diagnostic`, `syntax`, `symbol`, `type`, `resolve`, `typed`, `lifetime`.
@org.jspecify.annotations.NullMarked
package arenad.elaborate;
