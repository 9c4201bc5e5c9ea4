namespace Belay.Tests.Context;

public class AsyncLocalFlowTests : ContextFlowTests
{
    readonly AsyncLocal<int> _local = new();

    protected override int Value
    {
        get => _local.Value;
        set => _local.Value = value;
    }
}
