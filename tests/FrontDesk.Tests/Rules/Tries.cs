using FsCheck;

namespace FrontDesk.Tests.Rules;

/// <summary>How a property is tried: with a fixed seed, so that two runs are the same run.</summary>
internal static class Tries
{
    public static Config Of(int times) => Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true).WithReplay(20261121, 97);
}
