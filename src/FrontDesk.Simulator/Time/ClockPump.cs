namespace FrontDesk.Simulator.Time;

/// <summary>Moves a standing clock on, for as long as somebody wants something that takes time and nothing else is under way.</summary>
internal sealed class ClockPump(SimulatorClock clock)
{
    private static readonly TimeSpan Politeness = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly List<Want> wants = [];
    private bool pumping;

    /// <summary>Runs the clock until the want is met, and everything of that instant with it.</summary>
    public async Task RunForAsync(Want want, Action begin, CancellationToken cancel)
    {
        lock (gate)
        {
            wants.Add(want);
            begin();
            if (!pumping)
                _ = Task.Run(PumpAsync, CancellationToken.None);
            pumping = true;
        }

        try
        {
            await want.WaitAsync(cancel);
        }
        finally
        {
            lock (gate)
            {
                wants.Remove(want);
                if (!wants.Exists(other => other.Skip))
                    clock.RunOn();
            }
        }
    }

    private async Task PumpAsync()
    {
        var eventful = TimeProvider.System.GetTimestamp();
        try
        {
            while (true)
            {
                await clock.Activity.WhenIdle();
                if (!TryTakeNext(out var next, dueNow: true))
                    return;
                if (next.Count > 0)
                {
                    Fire(next);
                    continue;
                }

                await QuietAsync();
                // Whoever was released may act before time moves.
                if (ReleaseWhoIsDone())
                    continue;
                if (!TryTakeNext(out next, dueNow: false))
                    return;
                if (next.Count == 0)
                {
                    await WaitForAnythingAsync(eventful);
                    continue;
                }

                Fire(next);
                eventful = TimeProvider.System.GetTimestamp();
            }
        }
        catch (Exception fault)
        {
            lock (gate)
            {
                pumping = false;
                Disappoint(want => want.Fail(fault));
            }
        }
    }

    /// <summary>Waits until everything that happens at this instant has happened.</summary>
    private async Task QuietAsync()
    {
        while (true)
        {
            await clock.Activity.WhenIdle();
            var before = clock.Activity.Begun;
            await (clock.Settle?.Invoke(CancellationToken.None) ?? Task.Delay(Politeness, TimeProvider.System));
            if (clock.Activity.WhenIdle().IsCompleted && clock.Activity.Begun == before)
                return;
        }
    }

    private bool ReleaseWhoIsDone()
    {
        lock (gate)
        {
            var done = wants.FindAll(want => want.IsMet || want.IsTooLate(clock.GetUtcNow()));
            foreach (var want in done)
            {
                if (want.IsMet)
                    want.Release();
                else
                    want.GiveUp();
                wants.Remove(want);
            }

            return done.Count > 0;
        }
    }

    private bool TryTakeNext(out IReadOnlyList<ClockTimer> next, bool dueNow)
    {
        lock (gate)
        {
            pumping = wants.Count > 0;
            next = pumping ? clock.TakeNext(parkedToo: wants.Exists(want => want.Skip), dueNow) : [];
            return pumping;
        }
    }

    private void Fire(IReadOnlyList<ClockTimer> timers)
    {
        // One of the service's runs its reaction here and now, which must not hold up the loop.
        if (timers is [var one])
        {
            one.Fire();
            return;
        }

        lock (clock.Firing)
        {
            foreach (var timer in timers)
                timer.Fire();
        }
    }

    /// <summary>No timer is set: only something from outside can help, and it gets a minute of machine time.</summary>
    private async Task WaitForAnythingAsync(long eventful)
    {
        await Task.Delay(Politeness, TimeProvider.System);
        if (TimeProvider.System.GetElapsedTime(eventful) > RealPatience)
            Disappoint(want => want.GiveUp());
    }

    private void Disappoint(Action<Want> tell)
    {
        lock (gate)
        {
            wants.ForEach(tell);
            wants.Clear();
        }
    }
}
