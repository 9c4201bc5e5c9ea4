namespace Belay.Tests.Context;

public class ContextVarFlowTests : ContextFlowTests
{
    readonly ContextVar<int> _variable = new("variable");

    protected override int Value
    {
        get => _variable.Value;
        set => _variable.Value = value;
    }
}
