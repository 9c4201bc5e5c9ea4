namespace Belay.Tests.Collections;

/// <summary>A deque does what a list does, whatever is done to it in whatever order.</summary>
public class DequeModelTests
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 7)]
    [InlineData(5, 16)]
    [InlineData(6, null)]
    public void RandomOperations_OnNumbers_AgreeWithAList(int seed, int? maxLength) =>
        new DequeModel<int>(seed, maxLength, number => number).Run(20_000);

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, 7)]
    [InlineData(9, 33)]
    public void RandomOperations_OnReferences_AgreeWithAList(int seed, int? maxLength) =>
        new DequeModel<string>(seed, maxLength, number => number.ToString()).Run(20_000);
}
