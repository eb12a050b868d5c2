using System.Net;
using System.Text.Json.Nodes;
using FrontDesk.Brief;
using FrontDesk.Tests.Sheet;
using Xunit;

namespace FrontDesk.Tests.Api;

public sealed class BriefApiTests : ApiTest
{
    [Fact]
    public async Task The_brief_has_its_clauses_with_seconds_and_its_lines_with_the_sheet_s_ids()
    {
        var call = await House.Database.RingsAsync(House.Desk, new SeedCall());
        await House.Database.RingsAsync(House.Desk, new SeedCall { Id = Guid.CreateVersion7(Stores.Some.Morning), Party = "+13105550177", CallerFrom = "+13105550177", Number = "+13105550177", SaidName = "Ann Bell" });

        var brief = JsonNode.Parse(await Client.GetStringAsync("/api/v1/desks/miller/brief", Cancel))!;
        Assert.Equal((2, 0), ((int)brief["count"]!, (int)brief["asap"]!));
        Assert.Contains(call, brief["lines"]!.AsArray().Select(line => (Guid)line!["id"]!));
        var clauses = brief["lines"]!.AsArray().SelectMany(line => line!["clauses"]!.AsArray()).ToList();
        Assert.Equal("2 calls.", (string?)clauses[0]!["words"]);
        Assert.All(clauses, clause => Assert.InRange((double)clause!["seconds"]!, 0.1, SpokenBrief.LongestClause));
        Assert.True((double)brief["seconds"]! >= clauses.Sum(clause => (double)clause!["seconds"]!));
    }

    [Fact]
    public async Task A_desk_there_is_not_has_no_brief() =>
        await AssertProblemAsync(HttpStatusCode.NotFound, await Client.GetAsync("/api/v1/desks/nobody/brief", Cancel));

    [Fact]
    public async Task It_is_described_with_the_rest() =>
        Assert.Contains("/api/v1/desks/{desk}/brief", await Client.GetStringAsync("/openapi/v1.json", Cancel), StringComparison.Ordinal);
}
