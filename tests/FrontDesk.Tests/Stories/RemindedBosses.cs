using System.Globalization;
using FrontDesk.Desks;
using FrontDesk.Simulator;
using FrontDesk.Tests.Stores;
using FrontDesk.Tests.Support;
using FrontDesk.Web.Desks;
using Microsoft.Extensions.DependencyInjection;

namespace FrontDesk.Tests.Stories;

/// <summary>Many bosses with a desk each, who have just got one ASAP call each and return none.</summary>
internal static class RemindedBosses
{
    /// <summary>When a boss is texted within 70 minutes of such a call's end.</summary>
    public static readonly int[] Minutes = [0, 15, 30, 60];

    /// <returns>Their phones.</returns>
    public static async Task<IReadOnlyList<string>> RingAsync(DeskUnderTest desk, int count)
    {
        var phones = Enumerable.Range(0, count).Select(nth => Fictional(600, nth)).ToList();
        var lines = Enumerable.Range(0, count).Select(nth => Fictional(400, nth)).ToList();
        desk.Carrier.Options = desk.Carrier.Options with { Numbers = [.. desk.Carrier.Options.Numbers, .. lines.Select(line => new CarrierNumber { Number = line })] };
        var desks = lines.Zip(phones, (line, phone) => Some.Desk($"boss-{phone[1..]}", line) with
        {
            Phones = [new BossPhone { Id = Some.Id(), Number = PhoneNumber.Parse(phone), Label = "cell", TakesTexts = true }],
        }).ToList();
        foreach (var one in desks)
        {
            await desk.Services.GetRequiredService<DeskBook>().SaveAsync(one, DeskUnderTest.Cancel);
        }

        await desk.SecondServices.GetRequiredService<DeskBook>().ReloadAsync(DeskUnderTest.Cancel);
        await desk.Books.WriteAsync(
            async work =>
            {
                foreach (var one in desks)
                {
                    await work.ExecuteAsync(
                        """
                        insert into calls (id, desk_id, line_number, direction, live, status, party, caller_from, said_name, number, regarding,
                          wants_return, says_urgent, step, attempt, received_at, ended_at, ball, assistant_code, assistant_by, assistant_why, planned, version)
                        values (@id, @deskId, @line, 1, 0, 10, '+13105550177', '+13105550177', 'Danni Okafor', '+13105550177', 'the Big Merger',
                          1, 0, 9, 1, @now, @now, 1, 1, 'Jamie', 'Jamie', 0, 0)
                        """,
                        new { id = Some.Id(), deskId = one.Id, line = one.Lines[0].Number, now = DeskUnderTest.MondayMorning });
                }
            },
            DeskUnderTest.Cancel);
        return phones;
    }

    private static string Fictional(int area, int nth) => string.Create(CultureInfo.InvariantCulture, $"+1{area + (nth / 100)}55501{nth % 100:00}");
}
