using Belay.Analyzers.SwallowedCancellation;

namespace Belay.Analyzers.Tests.SwallowedCancellation;

public class SwallowedCancellationFixTests
{
    const string LeaveOut = "Leave cancellation out";
    const string ThrowOn = "Throw it on";

    [Theory]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception e)|} { Log(e); }", "try { await Work(); } catch (Exception e) when (e is not OperationCanceledException) { Log(e); }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception)|} { Log(); }", "try { await Work(); } catch (Exception e) when (e is not OperationCanceledException) { Log(); }")]
    [InlineData("try { await Work(); } {|BELAY002:catch|} { Log(); }", "try { await Work(); } catch (Exception e) when (e is not OperationCanceledException) { Log(); }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception)|} when (number < 3) { }", "try { await Work(); } catch (Exception e) when (number < 3 && e is not OperationCanceledException) { }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception)|} when (flag || number < 3) { }", "try { await Work(); } catch (Exception e) when ((flag || number < 3) && e is not OperationCanceledException) { }")]
    [InlineData("var e = 1; try { await Work(); } {|BELAY002:catch|} { Log(); }", "var e = 1; try { await Work(); } catch (Exception error) when (error is not OperationCanceledException) { Log(); }")]
    [InlineData(
        "try { await Work(); } {|BELAY002:catch (Exception)|} { } try { await Work(); } {|BELAY002:catch (Exception)|} { }",
        "try { await Work(); } catch (Exception e) when (e is not OperationCanceledException) { } try { await Work(); } catch (Exception e) when (e is not OperationCanceledException) { }")]
    public Task LeaveCancellationOut_Applied_TakesOnlyFailures(string before, string after) => FixAsync(before, LeaveOut, after);

    [Theory]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException)|} { Log(); }", "try { await Work(); } catch (CancelledException) { Log(); throw; }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException)|} { }", "try { await Work(); } catch (CancelledException) { throw; }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException)|} { Log(); return; }", "try { await Work(); } catch (CancelledException) { Log(); throw; }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception e)|} { throw new IOException(\"no\", e); }", "try { await Work(); } catch (Exception e) { throw; }")]
    [InlineData(
        "try { await Work(); } {|BELAY002:catch (CancelledException)|} { Log(); } try { await Work(); } {|BELAY002:catch (OperationCanceledException)|} { }",
        "try { await Work(); } catch (CancelledException) { Log(); throw; } try { await Work(); } catch (OperationCanceledException) { throw; }")]
    public Task ThrowItOn_Applied_Rethrows(string before, string after) => FixAsync(before, ThrowOn, after);

    [Theory]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException)|} { Log(); }", ThrowOn)]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception)|} { Log(); }", LeaveOut, ThrowOn)]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception)|} { if (flag) return; Log(); }", LeaveOut)]
    public async Task Offers_ByWhatIsCaught_AreThoseThatHelp(string statements, params string[] offers) =>
        Assert.Equal(offers, await FixVerifier.OffersAsync<SwallowedCancellationAnalyzer, SwallowedCancellationFix>(SwallowedCancellationTests.In(statements)));

    static Task FixAsync(string before, string title, string after) =>
        FixVerifier.VerifyAsync<SwallowedCancellationAnalyzer, SwallowedCancellationFix>(SwallowedCancellationTests.In(before), title, SwallowedCancellationTests.In(after));
}
