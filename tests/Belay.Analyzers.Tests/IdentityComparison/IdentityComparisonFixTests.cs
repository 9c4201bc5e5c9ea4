using Belay.Analyzers.IdentityComparison;

namespace Belay.Analyzers.Tests.IdentityComparison;

public class IdentityComparisonFixTests
{
    [Theory]
    [InlineData("_ = {|BELAY013:one == two|};", "_ = object.Equals(one, two);")]
    [InlineData("_ = {|BELAY013:one != two|};", "_ = !object.Equals(one, two);")]
    [InlineData("if (flag && {|BELAY013:one == two|}) return;", "if (flag && object.Equals(one, two)) return;")]
    [InlineData("object first = 1; _ = {|BELAY013:first == (object)2|};", "object first = 1; _ = object.Equals(first, (object)2);")]
    [InlineData("_ = {|BELAY013:one == two|} || {|BELAY013:far != two|};", "_ = object.Equals(one, two) || !object.Equals(far, two);")]
    public Task CompareWithEquals_Applied_ComparesValues(string before, string after) =>
        FixVerifier.VerifyAsync<IdentityComparisonAnalyzer, IdentityComparisonFix>(
            IdentityComparisonTests.In(before), "Compare with Equals", IdentityComparisonTests.In(after));
}
