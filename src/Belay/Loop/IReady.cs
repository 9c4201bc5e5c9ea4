namespace Belay;

/// <summary>What the ready queue holds.</summary>
internal interface IReady
{
    void Run();
}
