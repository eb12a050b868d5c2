using FrontDesk.Web;
using FrontDesk.Web.Data;
using Xunit;

namespace FrontDesk.Tests.Stores;

public abstract class ColumnTypeTests(DatabaseEngine engine) : StoreTest(engine)
{
    // In no zone of ours, and finer than a microsecond.
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(-8)).AddTicks(12_345_678);
    private static readonly Guid Id = Guid.CreateVersion7(At);

    [Fact]
    public async Task Values_come_back_as_they_went_in()
    {
        await SaveAsync(new Row { Id = Id, Text = PhoneNumber.Parse("+13105550142"), Number = At, Flag = true });

        var row = await Database.ReadAsync(
            look => look.FirstOrDefaultAsync<Row>("select id, message_sid as text, at as number, error_code as flag from texts where id = @Id", new { Id }), Cancel);

        Assert.Equal(Id, row!.Id);
        Assert.Equal("+13105550142", row.Text?.E164);
        Assert.Equal(At.AddTicks(-8), row.Number);
        Assert.Equal(TimeSpan.Zero, row.Number.Offset);
        Assert.True(row.Flag);
    }

    [Fact]
    public async Task Nothing_comes_back_as_nothing_in_a_row_and_alone()
    {
        await SaveAsync(new Row { Id = Id, Number = At });

        var row = await Database.ReadAsync(
            look => look.FirstOrDefaultAsync<Row>("select id, message_sid as text, at as number, error_code as flag from texts", null), Cancel);
        Assert.Equal((null, null), (row!.Text, row.Flag));
        Assert.Null(await AloneAsync<Guid?>("select intent_id from texts"));
        Assert.Null(await AloneAsync<PhoneNumber?>("select message_sid from texts"));
        Assert.Null(await AloneAsync<DateTimeOffset?>("select min(at) from texts where direction = 2"));
        Assert.Equal(At.AddTicks(-8), await AloneAsync<DateTimeOffset?>("select min(at) from texts"));
    }

    [Fact]
    public async Task The_prepared_way_writes_and_reads_what_the_other_does()
    {
        await Database.WriteAsync(
            async work => await work.Prepared("insert into texts (id, direction, message_sid, from_number, to_number, body, status, at, error_code, intent_id) values (@a, @b, @c, @d, @d, @e, @f, @g, @h, @i)")
                .With(Id).With(1).With("SM1").With(PhoneNumber.Parse("+13105550142")).With("emoji 🎬 and مريم").With(1).With(At).With((bool?)null).With((Guid?)null)
                .ExecuteAsync(),
            Cancel);

        var (read, numbers) = await Database.ReadAsync(
            async look => (
                await look.Prepared("select id, at, body, error_code, from_number, intent_id from texts where message_sid = @sid").With("SM1")
                    .FirstOrDefaultAsync(row => (row.Id(0), row.Instant(1), row.Text(2), row.FlagOrNull(3), row.Phone(4).E164, row.IdOrNull(5))),
                await look.QueryAsync<PhoneNumber>("select to_number from texts where id = @Id and at = @At", new { Id, At })),
            Cancel);

        Assert.Equal((Id, At.AddTicks(-8), "emoji 🎬 and مريم", null, "+13105550142", null), read);
        Assert.Equal("+13105550142", Assert.Single(numbers).E164);
    }

    [Fact]
    public async Task Arguments_too_few_are_a_fault_and_leave_the_statement_usable()
    {
        const string Sql = "select count(*) from texts where at > @at and status = @status";
        await Database.ReadAsync(
            async look =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(async () => await look.Prepared(Sql).With(At).FirstOrDefaultAsync(row => row.Number(0)));
                Assert.Equal(0, await look.Prepared(Sql).With(At).With(1).FirstOrDefaultAsync(row => row.Number(0)));
                return true;
            },
            Cancel);
    }

    private Task<T?> AloneAsync<T>(string sql) => Database.ReadAsync(look => look.FirstOrDefaultAsync<T>(sql), Cancel);

    private Task<int> SaveAsync(Row row) => Database.WriteAsync(
        work => work.ExecuteAsync(
            "insert into texts (id, direction, message_sid, from_number, to_number, body, status, at, error_code) values (@Id, 1, @Text, 'a', 'b', 'c', 1, @Number, @Flag)",
            row),
        Cancel);

    private sealed record Row
    {
        public Guid Id { get; init; }

        public PhoneNumber? Text { get; init; }

        public DateTimeOffset Number { get; init; }

        public bool? Flag { get; init; }
    }
}

public sealed class ColumnTypesOnSqlite() : ColumnTypeTests(DatabaseEngine.Sqlite);

public sealed class ColumnTypesOnSqlServer() : ColumnTypeTests(DatabaseEngine.SqlServer);
