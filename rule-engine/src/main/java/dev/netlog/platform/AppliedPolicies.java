package dev.netlog.platform;

import dev.netlog.model.Resource;
import java.util.List;
import java.util.function.Predicate;

/// The NetworkPolicies that apply to one subject in one direction, and how what they allow
/// overlaps.
///
/// Does not change once it is asked: a platform may keep what it has made of it.
public interface AppliedPolicies {
  /// How much of what one policy allows is also allowed by others.
  enum Share {
    ALL,
    PART,
    NONE
  }

  /// None at all.
  AppliedPolicies NONE = of(List.of());

  /// Policies of which only the names are told, and not what they allow.
  static AppliedPolicies of(List<Resource> policies) {
    return new NamedPolicies(policies);
  }

  /// The policies that surely apply, by name.
  List<Resource> policies();

  /// Policies that may apply: whether they do depends on a label whose value is not known.
  List<Resource> possible();

  /// How much of what a policy allows lies in what some others allow together.
  ///
  /// Where the answer costs more than the budget it is `PART`: not known to be all.
  Share shared(Resource policy, List<Resource> others);

  /// Those of some policies that allow a connection which this policy allows too.
  List<Resource> meeting(Resource policy, List<Resource> others);

  /// The indexes of a policy's rules, in this direction, that can decide a connection.
  List<Integer> rules(Resource policy);

  /// The connections that may have no verdict, each in one of the parts at least; none if a policy
  /// surely or perhaps applies, or only the names of the policies are known.
  List<VerdictRegion.Part> undecided();

  /// Where to look for a connection of a verdict, the best place first; nowhere if only the names
  /// of the policies are known.
  ///
  /// @param logged whether a policy logs all that it allows: what it allows does not count
  List<VerdictRegion> regions(Reason reason, Predicate<Resource> logged);
}
