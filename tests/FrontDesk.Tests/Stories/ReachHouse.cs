using System.Text.Json;
using FrontDesk.Contacts;
using FrontDesk.Desks;
using FrontDesk.Reach;
using FrontDesk.Simulator;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Contacts;
using FrontDesk.Web.Data;
using FrontDesk.Web.Desks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FrontDesk.Tests.Stories;

/// <summary>A desk whose boss has a cell, a phone at home and one in the car, and Danni, whom she wants to talk to.</summary>
public sealed class ReachHouse : IAsyncDisposable
{
    public static readonly IReadOnlyList<(string Label, string Number, bool Texts)> Phones =
        [("cell", "+13105550101", true), ("home", "+13105550102", false), ("car", "+13105550103", false)];

    private DateTimeOffset dialled;

    private ReachHouse(DeskUnderTest desk) => Desk = desk;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public DeskUnderTest Desk { get; }

    public StoryPhone Danni => Desk.Telephone("Danni");

    public StoryPhone Cell => Desk.Telephone("boss");

    public StoryPhone Home => Desk.Telephone("+13105550102");

    public StoryPhone Car => Desk.Telephone("+13105550103");

    private DeskBook Book => Desk.Services.GetRequiredService<DeskBook>();

    public static async Task<ReachHouse> OpenAsync(ReachWay way)
    {
        var house = new ReachHouse(await DeskUnderTest.OpenAsync());
        // Phones that ring unanswered and texts that follow are what these stories are about: the proof says which.
        house.Desk.Expects("was rung and nobody expected it");
        house.Desk.Expects("got texts nobody expected");
        await house.SaveAsync(desk => desk with
        {
            Reach = way,
            Phones = [.. Phones.Select(phone => new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse(phone.Number), Label = phone.Label, TakesTexts = phone.Texts })],
        });
        var cards = house.Desk.Services.GetRequiredService<PhoneBook>();
        var danni = (await cards.AllAsync(house.Desk.Desk.Id, Cancel)).Single(card => card.Name == "Danni Okafor");
        Assert.Equal(SaveOutcome.Saved, await cards.SaveAsync(danni with { Pronunciation = "DAN-ee oh-KAH-for" }, Cancel));
        return house;
    }

    /// <summary>Danni rings, says who it is, and is asked to hold.</summary>
    public async Task DanniHoldsAsync()
    {
        dialled = Desk.Clock.GetUtcNow();
        await Danni.Rings().Hears("who's calling").Says("Danni Okafor");
    }

    /// <summary>After the holding the script goes on to its end.</summary>
    public async Task DanniGoesOnAsync() => await Danni
        .Hears("I'm sorry, she's not available to take your call. Can I have her return?").Says("yes")
        .Hears("reach you at").Says("yes")
        .Hears("regarding").Says("the lease")
        .IsHungUpOn();

    public async Task DanniIsNotPutThroughAsync()
    {
        await DanniHoldsAsync();
        await DanniGoesOnAsync();
    }

    /// <summary>Danni's call from the dialling to its end, as she had it: what was heard, said and pressed, and when, to the tick.</summary>
    public IReadOnlyList<(string What, TimeSpan After)> CallOfDanni() =>
    [
        .. Danni.Call.Transcript.Lines.Where(line => line.Kind is TranscriptKind.State or TranscriptKind.Heard or TranscriptKind.Said or TranscriptKind.Pressed)
            .Select(line => ($"{line.Kind} {line.Text}", line.At - dialled)),
    ];

    /// <summary>What came of each phone, in the order they were tried: "cell noAnswer".</summary>
    public async Task<IReadOnlyList<string>> ProofAsync() =>
    [
        .. (await Desk.Books.ReadAsync(
            look => look.QueryAsync<Proof>("select a.label, a.outcome from reach_attempts a join boss_phones p on p.number = a.phone order by a.kind, p.position, a.id"), Cancel))
            .Select(proof => $"{proof.Label} {JsonNamingPolicy.CamelCase.ConvertName(proof.Outcome.ToString())}"),
    ];

    public void All(Behaviour behaviour)
    {
        foreach (var (_, number, _) in Phones)
        {
            Desk.Carrier.Telephone(number).Behaviour = behaviour;
        }
    }

    /// <summary>Nobody is at one of the phones, but this.</summary>
    public void Only(string label, Behaviour behaviour) => Desk.Carrier.Telephone(Phones.Single(phone => phone.Label == label).Number).Behaviour = behaviour;

    public void AllBusy() => All(new Behaviour.Busy());

    public void AllOff() => All(new Behaviour.Fails());

    public IReadOnlyList<PhoneCall> RingingNow() => [.. Phones.SelectMany(phone => Desk.Carrier.Telephone(phone.Number).Ringing)];

    /// <summary>Rung while a caller held, not to leave word afterwards.</summary>
    public bool IsChase(PhoneCall call) => call.Transcript.Lines.Any(line => line.Kind == TranscriptKind.Webhook && line.Text.Contains("/twilio/reach", StringComparison.Ordinal));

    /// <summary>It is the middle of her night.</summary>
    /// <param name="wakes">Danni's card says that it may wake her.</param>
    public async Task NightAsync(bool wakes)
    {
        await SaveAsync(desk => desk with { Hours = desk.Hours with { WakingFrom = new(20, 0), WakingTo = new(21, 0) } });
        var cards = Desk.Services.GetRequiredService<PhoneBook>();
        var danni = (await cards.AllAsync(Desk.Desk.Id, Cancel)).Single(card => card.Name == "Danni Okafor");
        Assert.Equal(SaveOutcome.Saved, await cards.SaveAsync(danni with { Wakes = wakes }, Cancel));
    }

    public Task MatterAsync(string name, params string[] words) =>
        Desk.Services.GetRequiredService<PhoneBook>().SaveMattersAsync(Desk.Desk.Id, [new Matter { Id = Some.Id(), Name = name, Words = words }], Cancel);

    public async Task TooImportantAsync(string name, string number) => Assert.Equal(
        SaveOutcome.Saved,
        await Desk.Services.GetRequiredService<PhoneBook>().SaveAsync(Some.Contact(Desk.Desk, name, number) with { Standing = Standing.TooImportantNotTo }, Cancel));

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private async Task SaveAsync(Func<Desk, Desk> change) =>
        Assert.Equal(SaveOutcome.Saved, await Book.SaveAsync(change(Book.WithId(Desk.Desk.Id)!), Cancel));

    private sealed record Proof
    {
        public string Label { get; init; } = "";

        public AttemptOutcome Outcome { get; init; }
    }
}
