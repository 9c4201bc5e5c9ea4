using Belay.Analyzers.IdentityComparison;

namespace Belay.Analyzers.Tests.IdentityComparison;

public class IdentityComparisonTests
{
    [Theory]
    [InlineData("_ = {|BELAY013:one == two|};")]
    [InlineData("_ = {|BELAY013:one != two|};")]
    [InlineData("if ({|BELAY013:one == two|}) return;")]
    [InlineData("_ = {|BELAY013:far == one|};")]
    [InlineData("_ = {|BELAY013:anything == one|};")]
    [InlineData("_ = {|BELAY013:shape == one|};")]
    [InlineData("_ = {|BELAY013:Make() == two|};")]
    [InlineData("_ = {|BELAY013:(flag ? one : two) == two|};")]
    [InlineData("_ = numbers.Where(item => {|BELAY013:one == two|});")]
    [InlineData("bool Local() => {|BELAY013:one == two|}; _ = Local();")]
    [InlineData("_ = {|BELAY013:address == System.Net.IPAddress.Loopback|};")]
    [InlineData("_ = {|BELAY013:Tuple.Create(1) == Tuple.Create(1)|};")]
    [InlineData("_ = {|BELAY013:new { A = 1 } == new { A = 1 }|};")]
    [InlineData("_ = {|BELAY013:(object)1 == (object)1|};")]
    [InlineData("object first = 1, second = 1; _ = {|BELAY013:first == second|};")]
    [InlineData("object first = 1; object second; second = first; _ = {|BELAY013:first == second|};")]
    [InlineData("IComparable first = 1; IComparable second = 2; _ = {|BELAY013:first != second|};")]
    [InlineData("_ = {|BELAY013:anything == (object)number|};")]
    [InlineData("Enum first = DayOfWeek.Monday; Enum second = DayOfWeek.Friday; _ = {|BELAY013:first == second|};")]
    [InlineData("bool Same<T>(T left, T right) where T : Point => {|BELAY013:left == right|}; _ = Same(one, two);")]
    public Task Comparison_ByIdentityOfWhatHasEquality_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("_ = one.Equals(two);")]
    [InlineData("_ = Equals(one, two);")]
    [InlineData("_ = ReferenceEquals(one, two);")]
    [InlineData("_ = (object)one == (object)two;")]
    [InlineData("_ = (object)one == two;")]
    [InlineData("_ = one == null || two is null || null != one;")]
    [InlineData("_ = text == \"a\";")]
    [InlineData("_ = new Pair(1, 2) == new Pair(1, 2);")]
    [InlineData("_ = number == 1;")]
    [InlineData("_ = (1, 2) == (number, 2);")]
    [InlineData("_ = anything == text;")]
    [InlineData("_ = new Plain() == new Plain();")]
    [InlineData("_ = anything == shape;")]
    [InlineData("_ = typeof(int) == anything.GetType();")]
    [InlineData("_ = act == Console.WriteLine;")]
    [InlineData("_ = (int?)number == null;")]
    [InlineData("_ = DayOfWeek.Monday == (DayOfWeek)number;")]
    [InlineData("object mark = new(); _ = anything == mark;")]
    [InlineData("_ = anything == this;")]
    [InlineData("bool Same<T>(T left, T right) where T : class => left == right; _ = Same(one, two);")]
    [InlineData("dynamic left = one; _ = left == two;")]
    [InlineData("object mark = 1; _ = anything == mark;")]
    public Task Comparison_OfAnotherKind_IsNotReported(string statements) => CheckAsync(statements);

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<IdentityComparisonAnalyzer>(In(statements));

    internal static string In(string statements) =>
        $$"""
        interface IShape;

        class Point(int x) : IShape
        {
            readonly int x = x;

            public override bool Equals(object? other) => other == this || other is Point point && (point == this || point.x == x);

            public override int GetHashCode() => x;
        }

        class Far(int x) : Point(x);

        class Plain;

        record Pair(int Left, int Right);

        class Program
        {
            Point Make() => new(1);

            void Main(Point one, Point two, Far far, IShape shape, object anything, System.Net.IPAddress address, string text, int number, bool flag, Action act, int[] numbers)
            {
                {{statements}}
            }
        }
        """;
}
