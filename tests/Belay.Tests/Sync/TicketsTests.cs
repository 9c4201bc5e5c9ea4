namespace Belay.Tests.Sync;

/// <summary>Beside the contract of those that use it: any order of use, against a plain set.</summary>
public class TicketsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 20)]
    [InlineData(4, 200)]
    public void TryUse_InAnyOrder_IsTrueOnceForEach(int seed, int open)
    {
        var tickets = new Tickets();
        var random = new Random(seed);
        var issued = new List<long>();
        var used = new HashSet<long>();
        for (var i = 0; i < 5000; i++)
        {
            issued.Add(tickets.Issue());
            var ticket = issued[^random.Next(1, Math.Min(open, issued.Count) + 1)];
            Assert.Equal(used.Add(ticket), tickets.TryUse(ticket));
        }
        foreach (var ticket in issued.TakeLast(3000).OrderBy(_ => random.Next()))
        {
            Assert.Equal(used.Add(ticket), tickets.TryUse(ticket));
            Assert.False(tickets.TryUse(ticket));
        }
    }

    [Fact]
    public void TryUse_EverySecondOne_ForgetsTheOldestAtLast()
    {
        var tickets = new Tickets();
        for (var i = 0; i < 20_000; i++)
        {
            tickets.Issue();
            Assert.True(tickets.TryUse(tickets.Issue()));
        }
        Assert.False(tickets.TryUse(40_000));
        Assert.False(tickets.TryUse(38_000));
        Assert.True(tickets.TryUse(2));
    }
}
