import { createsTable } from '@app/projections';

/** The list of tools, with whom they are and until when. */
export const ToolList1764500000000 = createsTable(
  'ToolList1764500000000',
  'read_model.tool',
  `(
    tool              text COLLATE "C" PRIMARY KEY,
    name              text NOT NULL,
    serial            text NOT NULL,
    class             text NOT NULL,
    needs_calibration boolean NOT NULL,
    calibrated_until  timestamptz,
    condition         text NOT NULL,
    status            text NOT NULL,
    holder            text COLLATE "C",
    receiver          text COLLATE "C",
    ticket            text,
    due               timestamptz,
    overdue           boolean NOT NULL,
    asked_back        boolean NOT NULL,
    since             timestamptz NOT NULL,
    search            tsvector NOT NULL
  )`,
  'CREATE INDEX ON read_model.tool (holder, tool) WHERE holder IS NOT NULL',
);
